import { balanceAt, dayOf, spanOf } from "@mizan/model";
import { describe, expect, test } from "vitest";
import { bundledCases, loadCase } from "../src/index.ts";

const { study } = await loadCase(`${bundledCases}/khadimi-kh-2020`);
const { actors, ties, events, factors, impacts, options, outcomes, judgements, indicators, stakeholders, chamber } =
  study;
const records = [
  actors,
  ties,
  events,
  factors,
  impacts,
  options,
  outcomes,
  judgements,
  indicators,
  stakeholders,
  chamber,
].flat();
const rung = (event: string) => events.find(({ id }) => id === event)!.attribution?.rung;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();

describe("the case of Khadimi and KH", () => {
  test("cites every paragraph of the assessment", () => {
    const places = new Set(records.flatMap(({ citations }) => citations ?? []).map(({ place }) => place));
    for (let paragraph = 1; paragraph <= 13; paragraph++) expect(places).toContain(`¶${paragraph}`);
  });

  test("cites every outlet the assessment names, on its date and through the assessment", () => {
    const relayed = records
      .flatMap(({ citations }) => citations ?? [])
      .filter(({ via }) => via === "terrorism-monitor")
      .map(({ source, published, place }) => `${source} ${published} ${place}`);
    expect([...new Set(relayed)].toSorted()).toEqual([
      "al-hurra 2020-07-08 ¶6",
      "al-jazeera 2020-06-26 ¶1",
      "al-monitor 2020-05-12 ¶3",
      "asharq-al-awsat 2020-07-03 ¶7",
      "middle-east-eye 2020-07-02 ¶6",
      "pm-media-office 2020-05-16 ¶4",
      "pm-media-office 2020-06-30 ¶1",
      "rudaw 2020-06-10 ¶5",
      "rudaw 2020-07-01 ¶9",
    ]);
  });

  test("grades the government office, a party, below the independent outlets", () => {
    expect(study.sources.find(({ id }) => id === "pm-media-office")).toMatchObject({
      kind: "government office",
      actor: "khadimi",
    });
    const party = events
      .flatMap(({ citations }) => citations ?? [])
      .filter(({ source }) => source === "pm-media-office");
    expect(party.map(({ grade }) => grade[0])).toEqual(["C", "C", "C"]);
    expect(party.every(({ note }) => note)).toBe(true);
  });

  test("has everyone who acts in the assessment, in English and in Arabic, placed apart in the drawing", () => {
    expect(ids(actors)).toEqual([
      "abu-mahdi-al-muhandis",
      "al-hashimi",
      "al-muhandis-successor",
      "asaib-ahl-al-haq",
      "badr",
      "cts",
      "fatah",
      "iran",
      "iraqiyoon",
      "kataib-hezbollah",
      "khadimi",
      "khamenei",
      "nis",
      "parliament",
      "pmu",
      "pro-khamenei-factions",
      "pro-sistani-factions",
      "sistani",
      "state-forces",
      "thar-allah",
      "united-states",
    ]);
    expect(actors.filter(({ name }) => !name["en"] || !/\p{Script=Arabic}/u.test(name["ar"] ?? ""))).toEqual([]);
    const tooClose = actors.flatMap((one, i) =>
      actors
        .slice(i + 1)
        .filter((other) => Math.abs(one.at![0] - other.at![0]) < 11 && Math.abs(one.at![1] - other.at![1]) < 11),
    );
    expect(tooClose).toEqual([]);
    for (const spelling of ["Kadhimi", "al-Kadhimi", "PMF", "Hashd al-Shaabi"])
      expect(actors.filter(({ aliases }) => aliases?.includes(spelling))).toHaveLength(1);
  });

  test("ties together those the assessment ties", () => {
    const said = (kind: string, from: string, to: string) =>
      ties.some((tie) => tie.kind === kind && tie.from === from && tie.to === to);
    expect(said("membership", "kataib-hezbollah", "pmu")).toBe(true);
    expect(said("membership", "pmu", "state-forces")).toBe(true);
    expect(said("funding", "iran", "pro-khamenei-factions")).toBe(true);
    expect(said("allegiance", "pro-sistani-factions", "sistani")).toBe(true);
    expect(said("allegiance", "pro-khamenei-factions", "khamenei")).toBe(true);
    expect(said("support", "khadimi", "pro-sistani-factions")).toBe(true);
    expect(said("alliance", "kataib-hezbollah", "asaib-ahl-al-haq")).toBe(true);
    expect(said("alliance", "kataib-hezbollah", "badr")).toBe(true);
    expect(said("alliance", "pro-khamenei-factions", "fatah")).toBe(true);
    expect(said("support", "iraqiyoon", "khadimi")).toBe(true);
    expect(said("support", "united-states", "state-forces")).toBe(true);
    expect(said("command", "khadimi", "cts")).toBe(true);
    expect(said("command", "khadimi", "nis")).toBe(true);
    expect(said("support", "al-hashimi", "khadimi")).toBe(true);
    expect(ties.find(({ id }) => id === "iran-funds-factions")!.trend).toBe("weakening");
  });

  test("dates what happened no more finely than the assessment does", () => {
    expect(Object.fromEntries(events.map(({ id, when }) => [id, when]))).toEqual({
      "successor-installed": "2020-02",
      "economy-worsens": "2020-03~/2020-06~",
      "iranian-funding-falls": "2020-03~/2020-06~",
      "khadimi-inaugurated": "2020-05",
      "services-brought-under-control": "2020-05/..",
      "thar-allah-headquarters-closed": "2020-05/2020-05-12",
      "faction-member-arrested": "2020-05/2020-05-12",
      "pmu-declared-iraqi": "2020-05-16",
      "support-to-pro-sistani": "2020-05/..",
      "strike-plot-reported": "2020-06~/2020-06-26",
      raid: "2020-06-26",
      "green-zone-show-of-force": "2020-06-26",
      release: "2020-06-27/2020-06-30",
      "rocket-attacks": "2020-06-26/..",
      "factions-rally": "2020-06-26/..",
      "iraqiyoon-formed": "2020-07-01~",
      "al-hashimi-killed": "2020-07-06",
      "strategic-talks-second-round": "2020-07/..",
    });
  });

  test("has nothing from before its opening as an event", () => {
    const opening = spanOf(study.case.period).start!;
    expect(events.filter(({ when }) => (spanOf(when).end ?? Infinity) < opening)).toEqual([]);
  });

  test("lays the rockets and the killing at a door only as firmly as it is told", () => {
    expect(rung("rocket-attacks")).toBe("likely");
    expect(rung("al-hashimi-killed")).toBe("suspected");
  });

  test("cites every event and gives a reason for every effect", () => {
    expect(events.filter(({ citations }) => !citations?.length)).toEqual([]);
    expect(events.flatMap(({ effects }) => effects).filter(({ rationale }) => !rationale)).toEqual([]);
    expect(events.filter(({ effects, expected }) => effects.length === 0 && !expected)).toEqual([]);
  });

  test("weighs the ten things that tip the balance, and one decision", () => {
    expect(factors.map(({ id }) => id)).toEqual([
      "posture",
      "coercion",
      "pmu",
      "militia",
      "parliament",
      "us",
      "iran",
      "economy",
      "shock",
      "credibility",
      "capital",
    ]);
    expect(factors[0]).toMatchObject({ kind: "decision", actor: "khadimi", opening: "balance" });
  });

  test("marks every number that is the author's judgement", () => {
    for (const { scale } of factors.filter((factor) => factor.scale))
      for (const rationale of [scale!.weightRationale, scale!.baselineRationale, scale!.halfLifeRationale])
        expect(rationale).toMatch(/^Author's judgement/);
    expect(impacts.filter(({ basis, rationale }) => !basis || !rationale)).toEqual([]);
    expect(stakeholders.filter(({ basis }) => basis !== "author")).toEqual([]);
    expect(
      chamber.filter(({ stance, note }) => stance !== "undecided" && !note?.includes("Author's judgement")),
    ).toEqual([]);
    expect(judgements.filter(({ likelihood, likelihoodRationale }) => likelihood && !likelihoodRationale)).toEqual([]);
  });

  test("has nine judgements, with likelihood and confidence apart", () => {
    expect(ids(judgements)).toEqual(["j1", "j2", "j3", "j4", "j5", "j6", "j7", "j8", "j9"]);
    expect(judgements.map(({ citations }) => citations![0]!.place)).toEqual([
      "¶6",
      "¶7",
      "¶8",
      "¶9",
      "¶10",
      "¶11",
      "¶11",
      "¶12",
      "¶13",
    ]);
    expect(judgements.filter(({ likelihood, confidenceRationale }) => !likelihood || !confidenceRationale)).toEqual([]);
    expect(judgements.filter(({ likelihoodRationale }) => /confidence/i.test(likelihoodRationale!))).toEqual([]);
  });

  test("ties every outcome to a judgement and watches most judgements", () => {
    expect(outcomes.filter(({ judgement }) => !judgement)).toEqual([]);
    expect(new Set(indicators.map(({ judgement }) => judgement)).size).toBeGreaterThanOrEqual(8);
    expect(indicators.find(({ id }) => id === "defections-at-fatah")).toMatchObject({
      rule: { kind: "count", of: { targets: ["fatah"], factors: ["parliament"] } },
      judgement: "j4",
      citations: [{ place: "¶9" }],
    });
  });

  test("has three courses of action, each setting the posture and cited step by step", () => {
    expect(options.map(({ sets }) => sets)).toEqual([
      { posture: "ease-off" },
      { posture: "balance" },
      { posture: "push-hard" },
    ]);
    expect(options.every(({ follows }) => follows!.length >= 3)).toBe(true);
  });

  test("codes the chains of the assessment link by link", () => {
    const rows = new Set(ids(impacts));
    for (const link of [
      "posture-ease-off-credibility",
      "credibility-impunity-militia", // J2
      "posture-push-hard-militia",
      "militia-mass-mobilisation-coercion",
      "pmu-state-aligned-dominate-coercion", // J3
      "posture-push-hard-us",
      "us-withdrawn-economy",
      "shock-deep-economy", // J5
      "militia-mass-mobilisation-parliament",
      "militia-mass-mobilisation-economy", // J6
      "posture-ease-off-us", // J7
      "posture-balance-economy",
      "economy-functioning-capital",
      "capital-ample-parliament",
      "economy-functioning-pmu", // J8
      "iran-entrenched-pmu", // J9
    ])
      expect(rows).toContain(link);
    expect(impacts.filter(({ values }) => Object.values(values).reduce((a, b) => a + b) !== 0)).toEqual([]);
    expect(impacts.filter(({ on }) => factors.find(({ id }) => id === on)!.kind !== "condition")).toEqual([]);
  });

  test("keeps four conflicts between sources", () => {
    const contested = records.flatMap(({ id, contested }) =>
      (contested ?? []).map(({ field, values }) => [id, field, ...values.map(({ value }) => value)]),
    );
    expect(contested).toEqual([
      ["fatah", "role", "Largest alliance in parliament", "Second list in parliament, 48 seats to Saairun's 54"],
      ["iraqiyoon-formed", "when", "2020-07-01~", "2020-06-30"],
      ["fatah", "seats", 48, 47],
      ["state-of-law", "seats", 25, 26],
    ]);
  });

  test("says of every fact from outside the assessment that it is one", () => {
    const outside = new Set(["constitution", "council-2018", "nrt", "new-york-times"]);
    const resting = records.filter(({ citations }) => citations?.some(({ source }) => outside.has(source)));
    expect(resting.filter(({ basis }) => basis !== "outside")).toEqual([]);
    expect(study.sources.filter(({ id, note }) => outside.has(id) && !/outside/i.test(note ?? ""))).toEqual([]);
  });

  test("has a chamber of 37 lists and 329 seats, in which 73 are for the motion and 92 are missing", () => {
    expect(chamber).toHaveLength(37);
    const seats = (list: typeof chamber) => list.reduce((sum, { seats }) => sum + seats, 0);
    expect(seats(chamber)).toBe(study.case.motion!.members);
    const missing = study.case.motion!.quota - seats(chamber.filter(({ stance }) => stance === "for"));
    expect(missing).toBe(92);
    const open = chamber.filter(({ stance }) => stance === "undecided");
    expect(open.filter(({ seats }) => seats >= missing)).toEqual([]);
    const pairs = open.flatMap((one, i) => open.slice(i + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => one.seats + other.seats >= missing).map(ids)).toEqual([["nasr", "saairun"]]);
  });

  test("stands on 8 July 2020 slightly on the militias' side, too close to call", () => {
    const { index } = balanceAt(study, { asOf: dayOf("2020-07-08") });
    expect([index!.index, ...index!.band90].map(Math.round)).toEqual([-26, -51, 4]);
  });
});
