import { dirname } from "node:path";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledCases, loadCase } from "@mizan/cases";
import {
  balanceAt,
  dayOf,
  indexSeries,
  isoDate,
  lastDay,
  openingDay,
  readCase,
  recordKinds,
  type Case,
} from "@mizan/model";
import { momentDiff } from "@mizan/model/diff";
import { indicatorStatuses } from "@mizan/model/indicators";
import {
  chamberJson,
  diffJson,
  indexJson,
  indicatorsJson,
  outlookJson,
  scenariosJson,
  sensitivityJson,
  stakeholdersJson,
} from "@mizan/model/json";
import { outlookDraws } from "@mizan/model/outlook";
import {
  consistentTask,
  configurationCount,
  givenOf,
  presentConfiguration,
  run,
  systemOf,
} from "@mizan/model/scenarios";
import { sensitivity } from "@mizan/model/sensitivity";
import { stakeholderBalance, standsOn } from "@mizan/model/stakeholders";
import { ask as askAt, type Answer, type Question } from "./ask.ts";
import { startServer } from "./house.ts";

const caseId = "khadimi-kh-2020";
let site = "";
let child: ChildProcess;
beforeAll(async () => {
  ({ site, child } = await startServer({ MIZAN_WRITES_PER_MINUTE: "100000", MIZAN_READS_PER_MINUTE: "100000" }));
});
afterAll(() => child.kill("SIGTERM"));

/** Asks about the case, or about the path from the root. */
function ask(path: string, question: Question = {}): Promise<Answer> {
  return askAt(site, path.startsWith("/") ? path : `/api/cases/${caseId}/${path}`, question);
}

async function exported(): Promise<Case> {
  const { study, problems } = readCase((await ask("export")).json);
  if (!study) throw new Error(JSON.stringify(problems));
  return study;
}

const today = () => Math.floor(Date.now() / 86_400_000);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

const event = (id: string, changed: object = {}) => ({
  id,
  title: { en: `Rockets again: ${id}` },
  kind: "assault",
  when: "2020-07-07",
  initiators: ["kataib-hezbollah"],
  targets: ["united-states"],
  effects: [{ factor: "coercion", shift: -2, confidence: "high", rationale: "the capital is not held" }],
  citations: [{ source: "rudaw", published: "2020-07-07", grade: "B2" }],
  ...changed,
});

async function add(kind: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(`records/${kind}`, { method: "POST", body, headers });
}

describe("a case that is read", () => {
  it("is the folder it came from", async () => {
    const { study } = await loadCase(`${bundledCases}/${caseId}`);
    expect(dirname(`${bundledCases}/${caseId}`)).toBe(bundledCases);
    expect(await exported()).toEqual(study);
  });

  it("is listed with where its ledger stands, and says what it holds", async () => {
    const { cases } = (await ask("/api/cases")).json;
    const head = cases.find(({ id }: { id: string }) => id === caseId);
    const { json } = await ask(`/api/cases/${caseId}`);
    expect(json).toMatchObject({ id: caseId, knownAt: null, ledger: { sequence: head.sequence, head: head.head } });
    const study = await exported();
    expect(json.frame).toEqual(plain(study.case));
    for (const kind of recordKinds) if (kind !== "events") expect(json.counts[kind]).toBe(study[kind].length);
  });

  it("is nowhere under another name, and the nearest kind, view and record are named", async () => {
    expect(await ask("/api/cases/nowhere")).toMatchObject({ status: 404, json: { status: 404, title: "Not Found" } });
    expect((await ask("records/actor")).json.detail).toBe("unknown kind of record: actor (did you mean actors?)");
    expect((await ask("indx")).json.detail).toBe("no such view of a case: indx (did you mean index?)");
    expect((await ask("records/actors/nobody")).status).toBe(404);
    expect((await ask("/api/nothing/here")).headers["content-type"]).toBe("application/problem+json");
  });
});

describe("every view", () => {
  const at = { asOf: "2020-07-08", knownAt: "2020-07-10" };
  const clocks = { asOf: dayOf(at.asOf), knownAt: dayOf(at.knownAt) };
  const query = `asOf=${at.asOf}&knownAt=${at.knownAt}`;
  let whole: Case;
  beforeAll(async () => {
    whole = await exported();
  });
  const balance = () => balanceAt(whole, clocks);

  it.each<[string, () => unknown]>([
    [`index?${query}`, () => indexJson(balance())],
    [
      `series?${query}`,
      () => {
        const { study, shifts, asOf } = balance();
        const points = indexSeries(study, shifts, Math.min(openingDay(whole), asOf), asOf);
        return {
          points: points.map(({ day, index, band50, band90 }) => ({ day: isoDate(day), index, band50, band90 })),
        };
      },
    ],
    [`outlook?${query}`, () => outlookJson(whole, clocks, { draws: outlookDraws, seed: 1, outside: false })],
    [
      `stakeholders?${query}`,
      () => {
        const issue = whole.case.issues![0]!;
        return stakeholdersJson(stakeholderBalance(standsOn(balance().study, issue.id), { scale: issue.scale }));
      },
    ],
    [`chamber?${query}`, () => chamberJson(balance().study, [])],
    [`sensitivity?${query}`, () => sensitivityJson(clocks.asOf, sensitivity(whole, clocks))],
    [`indicators?${query}`, () => indicatorsJson(clocks.asOf, indicatorStatuses(balance().study, clocks.asOf))],
    [
      "diff?from=2020-06-20&to=2020-07-08",
      () => {
        const moment = (day: string) => ({ study: whole, clocks: { asOf: dayOf(day) } });
        return diffJson(momentDiff(moment("2020-06-20"), moment("2020-07-08")));
      },
    ],
    [`export?${query}`, () => whole],
  ])("answers %s as the pure functions do", async (path, expected) => {
    const { status, json } = await ask(path);
    expect(status).toBe(200);
    expect(json).toEqual(plain(expected()));
  });

  it("answers scenarios as the pure functions do", async () => {
    const { study, states } = balance();
    const { system } = systemOf(study);
    const { forced, chosen } = givenOf(study, presentConfiguration(study, states), "present");
    const search = await run(consistentTask(system, { forced, chosen }));
    const found = scenariosJson({ configurations: configurationCount(system, forced), search, basins: undefined }, 1);
    expect((await ask(`scenarios?${query}`)).json).toEqual(plain(found));
  });

  it("reads at the case's last day unless told otherwise", async () => {
    expect((await ask("index")).json.asOf).toBe(isoDate(lastDay(whole, today())));
  });
});

describe("records of every kind", () => {
  it.each(recordKinds)("%s: are added, read, listed, amended and withdrawn, each version once", async (kind) => {
    const all = (await ask(`records/${kind}?limit=1000`)).json.records as {
      id: string;
      version: number;
      record: object;
    }[];
    const alert = { raised: "2020-07-08T00:00:00Z", asOf: "2020-07-08", before: "quiet", after: "fired", events: [] };
    const like = kind === "alerts" ? alert : all.at(-1)!.record;
    const model = kind === "chamber" ? { ...like, seats: 0 } : like;
    // A row of the matrix is stated once: another of it has to take its place.
    if (kind === "impacts") {
      const { id, version } = all.at(-1)!;
      const gone = await ask(`records/${kind}/${id}`, { method: "DELETE", headers: { "if-match": `"${version}"` } });
      expect(gone).toMatchObject({ status: 204, text: "" });
    }
    const added = await add(kind, { ...model, id: "one-more" });
    expect(added).toMatchObject({ status: 201, json: { id: "one-more" } });
    expect(added.headers.location).toBe(`/api/cases/${caseId}/records/${kind}/one-more`);

    const read = await ask(added.headers.location!);
    expect(read).toMatchObject({ status: 200, json: added.json });
    const { etag } = read.headers;
    expect(etag).toBe(added.headers.etag);

    const ids: string[] = [];
    for (let next: string | undefined = ""; next !== undefined;) {
      const page: Answer = await ask(`records/${kind}?limit=7${next && `&after=${next}`}`);
      expect(page.json.records.length).toBeLessThanOrEqual(7);
      ids.push(...page.json.records.map(({ id }: { id: string }) => id));
      ({ next } = page.json);
    }
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids.at(-1)).toBe("one-more");

    const path = `records/${kind}/one-more`;
    const patch = kind === "alerts" ? { after: "cleared" } : { note: "Seen again." };
    expect((await ask(path, { method: "PATCH", body: patch })).status).toBe(428);
    const amended = await ask(path, { method: "PATCH", body: patch, headers: { "if-match": etag! } });
    expect(amended).toMatchObject({ status: 200, json: { ...added.json, ...patch } });
    const stale = await ask(path, { method: "PATCH", body: { ...patch, note: null }, headers: { "if-match": etag! } });
    expect(stale).toMatchObject({ status: 412, json: { current: { record: amended.json }, status: 412 } });
    expect(stale.headers.etag).toBe(amended.headers.etag);

    expect((await add(kind, { ...model, id: "one-more" })).status).toBe(409);
    expect((await ask(path, { method: "DELETE" })).status).toBe(428);
    expect((await ask(path, { method: "DELETE", headers: { "if-match": etag! } })).status).toBe(412);
    const gone = await ask(`${path}?reason=a%20slip`, {
      method: "DELETE",
      headers: { "if-match": amended.headers.etag! },
    });
    expect(gone.status).toBe(204);
    expect((await ask(path)).status).toBe(404);
    const entries = (await ask(`history?kind=${kind}&record=one-more`)).json.entries;
    expect(entries.map(({ action }: { action: string }) => action)).toEqual(["add", "amend", "retract"]);
    expect(entries.at(-1)).toMatchObject({ reason: "a slip", author: "analyst" });
  });

  it("hold the frame of the case too, which is amended and never added or withdrawn", async () => {
    const { json, headers } = await ask(`records/case/${caseId}`);
    const before = json.marking;
    const amended = await ask(`records/case/${caseId}`, {
      method: "PATCH",
      body: { marking: "TLP:GREEN" },
      headers: { "if-match": headers.etag! },
    });
    expect(amended).toMatchObject({ status: 200, json: { marking: "TLP:GREEN" } });
    const past = isoDate(today() - 1);
    expect((await ask(`records/case/${caseId}?knownAt=${past}`)).json.marking).toBe(before);
    expect((await ask(`records/case?knownAt=${past}`)).json.records[0].record.marking).toBe(before);
    expect((await ask("records/case")).json.records[0].record.marking).toBe("TLP:GREEN");
    expect((await ask("records/case", { method: "POST", body: json })).status).toBe(405);
  });
});

describe("an amendment", () => {
  it("of fifty at once is one, and 49 are told the difference", async () => {
    await add("events", event("crowd"));
    const path = "records/events/crowd";
    const { etag } = (await ask(path)).headers;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        ask(path, { method: "PATCH", body: { summary: `Report ${i}.` }, headers: { "if-match": etag! } }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect((await ask(path)).json).toEqual(won[0]!.json);
    const { summary } = won[0]!.json;
    answers.forEach(({ status, json }, i) => {
      if (status === 200) return;
      expect(status).toBe(412);
      expect(json.difference).toEqual([{ field: "summary", current: summary, submitted: `Report ${i}.` }]);
      expect(json.current.record.summary).toBe(summary);
    });
    expect((await ask("history?record=crowd")).json.entries).toHaveLength(2);
  });

  it("names every place that does not fit, by JSON pointer", async () => {
    const bad = event("bad", {
      kind: "asault",
      initiators: ["kataib-hezbolah"],
      effects: [{ factor: "coercion", shift: 9, confidence: "high", rationale: "so" }],
      unknown: true,
    });
    const { status, json, headers } = await add("events", bad);
    expect(status).toBe(422);
    expect(headers["content-type"]).toBe("application/problem+json");
    const pointers = json.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(["/kind", "/effects/0/shift", "/unknown"]));
    const stray = await add("events", event("stray", { initiators: ["kataib-hezbolah"], targets: ["mars"] }));
    expect(stray.json.errors).toEqual([
      expect.objectContaining({ pointer: "/initiators/0", nearest: "kataib-hezbollah" }),
      expect.objectContaining({ pointer: "/targets/0" }),
    ]);
  });

  it("is not taken where others count on what goes", async () => {
    const { headers } = await ask("records/actors/kataib-hezbollah");
    const gone = await ask("records/actors/kataib-hezbollah", {
      method: "DELETE",
      headers: { "if-match": headers.etag! },
    });
    expect(gone.status).toBe(422);
    expect(gone.json.errors.length).toBeGreaterThan(3);
  });

  it("sets, changes and takes away fields as a merge patch says", async () => {
    await add("events", event("patched", { summary: "First.", place: { name: { en: "Baghdad" }, latitude: 33 } }));
    const { headers } = await ask("records/events/patched");
    const patch = { summary: null, place: { latitude: null, longitude: 44 }, title: { ar: "صواريخ" } };
    const { json } = await ask("records/events/patched", {
      method: "PATCH",
      body: patch,
      headers: { "if-match": headers.etag! },
    });
    expect(json.summary).toBeUndefined();
    expect(json.place).toEqual({ name: { en: "Baghdad" }, longitude: 44 });
    expect(json.title).toEqual({ en: "Rockets again: patched", ar: "صواريخ" });
  });
});

describe("an idempotency key", () => {
  it("gives the same answer for the same body and writes once, and is refused for another", async () => {
    const key = { "idempotency-key": "first-try" };
    const first = await add("events", event("keyed"), key);
    const again = await add("events", event("keyed"), key);
    expect(first.status).toBe(201);
    expect([again.status, again.text, again.headers.etag]).toEqual([201, first.text, first.headers.etag]);
    expect((await add("events", event("keyed-other"), key)).status).toBe(422);
    expect((await add("sources", event("keyed"), key)).status).toBe(422);
    expect((await ask("history?record=keyed")).json.entries).toHaveLength(1);
    const together = await Promise.all(
      Array.from({ length: 20 }, () => add("events", event("keyed-together"), { "idempotency-key": "at once" })),
    );
    expect(new Set(together.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
  });
});

describe("the two clocks", () => {
  const yesterday = isoDate(today() - 1);

  it("let a logged event be known from the day it was recorded", async () => {
    const before = (await ask("index?asOf=2020-07-08")).json.index;
    const { json } = await add("events", event("logged", { when: "2020-07-06" }));
    expect(json.known).toBe(isoDate(today()));
    expect((await ask("index?asOf=2020-07-08")).json.index).not.toBe(before);
    const known = await ask(`index?asOf=2020-07-08&knownAt=${yesterday}`);
    expect(known.json.contributions.map(({ record }: { record: string }) => record)).not.toContain("logged");
    expect((await ask(`records/events/logged?knownAt=${yesterday}`)).status).toBe(404);
    expect((await ask("records/events/logged?asOf=2020-07-05")).status).toBe(404);
    expect((await ask("records/events/logged?asOf=2020-07-06")).status).toBe(200);
    const ids = (path: string) =>
      ask(path).then(({ json: { records } }) => records.map(({ id }: { id: string }) => id) as string[]);
    expect(await ids(`records/events?limit=1000&knownAt=${yesterday}`)).not.toContain("logged");
    expect(await ids(`records/events?limit=1000&knownAt=${isoDate(today())}`)).toContain("logged");
  });

  it("read a record that was amended today as it was before", async () => {
    const path = "records/actors/kataib-hezbollah";
    const { json, headers } = await ask(path);
    await ask(path, { method: "PATCH", body: { note: "Amended." }, headers: { "if-match": headers.etag! } });
    expect((await ask(path)).json.note).toBe("Amended.");
    expect((await ask(`${path}?knownAt=${yesterday}`)).json).toEqual(json);
    const listed = (await ask(`records/actors?limit=1000&knownAt=${yesterday}`)).json.records;
    expect(listed.find(({ id }: { id: string }) => id === "kataib-hezbollah").record).toEqual(json);
    const { study } = await loadCase(`${bundledCases}/${caseId}`);
    expect((await ask(`export?knownAt=${yesterday}`)).json).toEqual(plain(study));
  });

  it("page through what was known then as through what is", async () => {
    const ids: string[] = [];
    for (let next: string | undefined = ""; next !== undefined;) {
      const page: Answer = await ask(`records/events?knownAt=${yesterday}&limit=4${next && `&after=${next}`}`);
      ids.push(...page.json.records.map(({ id }: { id: string }) => id));
      ({ next } = page.json);
    }
    const all = (await ask(`records/events?knownAt=${yesterday}&limit=1000`)).json.records;
    expect(ids).toEqual(all.map(({ id }: { id: string }) => id));
  });

  it.each([
    "index",
    "series",
    "scenarios",
    "outlook",
    "stakeholders",
    "chamber",
    "sensitivity",
    "indicators",
    "export",
  ])("are looked at by %s", async (view) => {
    for (const clock of ["asOf", "knownAt"]) {
      expect((await ask(`${view}?${clock}=2020-06-30`)).status).toBe(200);
      const wrong = await ask(`${view}?${clock}=2020-02-30`);
      expect(wrong).toMatchObject({ status: 400, json: { errors: [{ pointer: `/${clock}` }] } });
    }
  });
});

describe("the history", () => {
  it("is read page by page, in one unbroken chain", async () => {
    const entries: { sequence: number; previous: string; hash: string }[] = [];
    for (let next: string | undefined = "0"; next !== undefined;) {
      const page: Answer = await ask(`history?limit=60&after=${next}`);
      entries.push(...page.json.entries);
      ({ next } = page.json);
    }
    const { ledger } = (await ask(`/api/cases/${caseId}`)).json;
    expect(entries).toHaveLength(ledger.sequence);
    entries.forEach(({ sequence, previous }, i) => {
      expect(sequence).toBe(i + 1);
      expect(previous).toBe(i === 0 ? "0".repeat(64) : entries[i - 1]!.hash);
    });
    expect(entries.at(-1)!.hash).toBe(ledger.head);
  });
});
