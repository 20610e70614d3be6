import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { loadCase } from "@mizan/cases";
import { balanceAt, dayOf, eventSpan, isoDate, type Balance, type Case, type EventId } from "@mizan/model";
import { openStore } from "@mizan/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffJson, indicatorsJson, outlookJson, sensitivityJson } from "@mizan/model/json";
import { momentDiff } from "@mizan/model/diff";
import { indicatorStatuses } from "@mizan/model/indicators";
import { outlookDraws } from "@mizan/model/outlook";
import { sensitivity } from "@mizan/model/sensitivity";
import { plain } from "./ask.ts";
import { startServer } from "./house.ts";
import { open, ready } from "./visit.ts";
import { logEvent } from "./write.ts";

const cases = mkdtempSync(join(tmpdir(), "mizan-cases-"));
const count = 1300;
let site = "";
let child: ChildProcess;
let whole: Balance;

beforeAll(async () => {
  const folder = join(cases, "many");
  mkdirSync(folder);
  const scale = (baseline: number) =>
    `{ weight: 1, weightRationale: so, baseline: ${baseline}, baselineConfidence: moderate, baselineRationale: so, halfLifeDays: 60, halfLifeRationale: so, cuts: [0] }`;
  const states = "[{ id: low, name: { en: Low } }, { id: high, name: { en: High } }]";
  const opening = dayOf("2020-01-01");
  const events = Array.from({ length: count }, (_, i) => {
    const day = opening + Math.floor((i * 360) / count);
    const when = i % 7 === 0 ? `${isoDate(day)}/${isoDate(day + 4)}` : isoDate(day);
    return `- id: event-${i}
  title: { en: Event ${i} }
  kind: consult
  when: ${when}
  effects: [{ factor: ${i % 3 === 0 ? "bridge" : "grain"}, shift: ${i % 2 === 0 ? 1 : -1}, confidence: high, rationale: so${i % 11 === 0 ? ", lasting: true" : ""} }]
  citations: [{ source: paper, published: ${isoDate(day + 5 + (i % 9))}, grade: ${i % 5 === 0 ? "C3" : "B2"} }]
`;
  });
  const files = {
    case: `id: many
title: { en: Many }
question: { en: Who? }
summary: Very many events.
period: 2020-01-01/2020-12-31
marking: TLP:CLEAR
sides: { positive: { name: { en: Up }, inSentence: up }, negative: { name: { en: Down }, inSentence: down } }
`,
    sources: "- { id: paper, name: { en: Paper }, kind: newspaper }\n",
    factors: `- { id: bridge, name: { en: Bridge }, kind: condition, basis: author, states: ${states}, scale: ${scale(0.2)} }
- { id: grain, name: { en: Grain }, kind: condition, basis: author, states: ${states}, scale: ${scale(-0.1)} }
`,
    events: events.join(""),
    indicators:
      "- { id: assaults, name: { en: Assaults }, meaning: so, rule: { kind: count, of: { kinds: [assault] }, withinDays: 9, atLeast: 1 }, basis: author }\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text);
  whole = balanceAt((await loadCase(folder)).study, { asOf: dayOf("2020-12-31") });
  ({ site, child } = await startServer({ MIZAN_CASES: cases }));
});
afterAll(() => {
  child.kill("SIGTERM");
  rmSync(cases, { recursive: true });
});

const read = async <T>(path: string) =>
  (await (await fetch(`${site}/api/cases/many${path.startsWith("?") ? "" : "/"}${path}`)).json()) as T;

describe("a case with more events than are held one by one", () => {
  it("reads the same index, on every day and by what was known, as from all events at once", async () => {
    const study = whole.study;
    for (const [asOf, knownAt] of [
      ["2020-12-31"],
      ["2020-06-15"],
      ["2020-12-31", "2020-07-01"],
      ["2020-03-03", "2020-03-04"],
    ] as const) {
      const clocks = { asOf: dayOf(asOf), knownAt: knownAt === undefined ? undefined : dayOf(knownAt) };
      const pure = balanceAt(study, clocks).index!;
      const { index, band90, contributions } = await read<{
        index: number;
        band90: [number, number];
        contributions: { points: number }[];
      }>(`index?asOf=${asOf}${knownAt === undefined ? "" : `&knownAt=${knownAt}`}`);
      expect(index).toBeCloseTo(pure.index, 9);
      expect(band90[0]).toBeCloseTo(pure.band90[0], 6);
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(index, 9);
    }
  });

  it("says on its pages how many it shows, opens every event all the same, and keeps its arithmetic", async () => {
    const { page, wrong, close } = await open({ baseURL: site });
    for (const path of [
      "/many",
      "/many/events",
      "/many/factors/grain",
      "/many/scenarios",
      "/many/events/event-3",
      "/many?trace=level/grain",
      "/many?trace=index",
    ]) {
      await page.goto(path);
      await ready(page);
      expect(await page.getByText("the newest 1,000 of 1,300 events").count()).toBe(1);
    }
    await page.goto("/many/events/event-3");
    expect(await page.locator("h1").innerText()).toBe("Event 3");
    await page.goto("/many?trace=level/grain");
    await page.getByText("Evidence of events beyond those shown").first().waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  it("is briefed with the same index", async () => {
    const { page, wrong, close } = await open({ baseURL: site });
    await page.goto("/many/briefing");
    await page.locator(".slides section").first().waitFor({ state: "attached" });
    const shown = Math.round(whole.index!.index);
    await page
      .locator(".slides")
      .getByText(shown < 0 ? `−${-shown}` : `+${shown}`)
      .first()
      .waitFor({ state: "attached" });
    expect(wrong).toEqual([]);
    await close();
  });

  it("is read whole for what looks at each event in turn", async () => {
    const { study, asOf } = whole;
    expect(await read("sensitivity")).toEqual(plain(sensitivityJson(asOf, sensitivity(study, { asOf }))));
    expect(await read("indicators")).toEqual(plain(indicatorsJson(asOf, indicatorStatuses(study, asOf))));
    expect(await read("outlook")).toEqual(plain(outlookJson(whole, { draws: outlookDraws, seed: 1 })));
    const moment = (day: string) => ({ study, clocks: { asOf: dayOf(day) } });
    expect(await read("diff?from=2020-03-01&to=2020-12-31")).toEqual(
      plain(diffJson(momentDiff(moment("2020-03-01"), moment("2020-12-31")))),
    );
  });

  it("counts the events that had begun", async () => {
    const begun = whole.study.events.filter(
      (event) => eventSpan(event, dayOf("2020-01-01")).start <= dayOf("2020-03-03"),
    );
    const { counts } = await read<{ counts: { events: number } }>("?asOf=2020-03-03");
    expect(counts.events).toBe(begun.length);
  });

  it("gives all of it when it is exported, and as it was written by a day", async () => {
    expect((await read<{ events: unknown[] }>("export")).events).toHaveLength(count);
    const headers = { "content-type": "application/json" };
    const later = { ...whole.study.events[0]!, id: "later" };
    await fetch(`${site}/api/cases/many/records/events`, { method: "POST", headers, body: JSON.stringify(later) });
    const ids = async (path: string) => (await read<{ events: { id: string }[] }>(path)).events.map(({ id }) => id);
    expect(await ids("export")).toContain("later");
    const then = await ids("export?knownAt=2021-01-01");
    expect(then).toHaveLength(count);
    expect(then).not.toContain("later");
  });

  it("raises an alert where an event fires an indicator", async () => {
    await logEvent(
      site,
      "siege",
      {
        when: "2020-12-30",
        initiators: undefined,
        targets: undefined,
        effects: [],
        citations: [{ source: "paper", published: "2020-12-30", grade: "B2" }],
      },
      "many",
    );
    await expect
      .poll(() => read("records/alerts"), { timeout: 10_000 })
      .toMatchObject({ records: [{ record: { indicator: "assaults", after: "fired", events: ["siege"] } }] });
  });
});

describe("a case with more events than are read whole", () => {
  it("says so where each event would be looked at, and has an outlook", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mizan-data-"));
    const { study } = whole;
    const [like] = study.events;
    const events = Array.from({ length: 10_001 }, (_, i) => ({ ...like!, id: `event-${i}` as EventId }));
    const store = await openStore({ folder });
    await store.load(
      { ...study, case: { ...study.case, id: "more" as Case["case"]["id"] }, events },
      { author: "test" },
    );
    await store.close();
    const server = await startServer({ MIZAN_CASES: cases, MIZAN_DATA: folder });
    const more = (view: string) => fetch(`${server.site}/api/cases/more/${view}`);
    for (const view of ["sensitivity", "indicators", "diff?from=2020-03-01&to=2020-12-31"]) {
      const response = await more(view);
      expect(response.status).toBe(422);
      expect(await response.text()).toContain("at most 10000 events; this one has 10001");
    }
    expect((await more("outlook")).status).toBe(200);
    server.child.kill("SIGTERM");
    rmSync(folder, { recursive: true });
  });
});
