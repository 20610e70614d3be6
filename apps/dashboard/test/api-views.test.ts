import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledCases, loadCase } from "@mizan/cases";
import {
  balanceAt,
  dayOf,
  eventSpan,
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
import { askCase, caseId, type Answer, type Question, plain } from "./ask.ts";
import { startServer } from "./house.ts";
import { rockets } from "./write.ts";

let site = "";
let child: ChildProcess;
beforeAll(async () => {
  ({ site, child } = await startServer({ MIZAN_WRITES_PER_MINUTE: "100000", MIZAN_READS_PER_MINUTE: "100000" }));
});
afterAll(() => child.kill("SIGTERM"));
const ask = (path: string, question: Question = {}) => askCase(site, path, question);

async function exported(): Promise<Case> {
  const { study, problems } = readCase((await ask("export")).json);
  if (!study) throw new Error(JSON.stringify(problems));
  return study;
}

const today = () => Math.floor(Date.now() / 86_400_000);

describe("a case that is read", () => {
  it("is the folder it came from", async () => {
    const { study } = await loadCase(`${bundledCases}/${caseId}`);
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
    const asOf = dayOf("2020-07-01");
    const begun = study.events.filter((event) => !event.expected && eventSpan(event, openingDay(study)).start <= asOf);
    expect((await ask(`/api/cases/${caseId}?asOf=2020-07-01`)).json.counts.events).toBe(begun.length);
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
    [`outlook?${query}`, () => outlookJson(balance(), { draws: outlookDraws, seed: 1, outside: false })],
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
    [`export?knownAt=${at.knownAt}`, () => whole],
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

describe("the two clocks", () => {
  const yesterday = isoDate(today() - 1);

  it("let a logged event be known from the day it was recorded", async () => {
    const before = (await ask("index?asOf=2020-07-08")).json.index;
    const { json } = await ask("records/events", { method: "POST", body: rockets("logged", { when: "2020-07-06" }) });
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

  it.each(["index", "series", "scenarios", "outlook", "stakeholders", "chamber", "sensitivity", "indicators"])(
    "are looked at by %s",
    async (view) => {
      for (const clock of ["asOf", "knownAt"]) {
        expect((await ask(`${view}?${clock}=2020-06-30`)).status).toBe(200);
        const wrong = await ask(`${view}?${clock}=2020-02-30`);
        expect(wrong).toMatchObject({ status: 400, json: { errors: [{ pointer: `/${clock}` }] } });
      }
    },
  );
});

describe("an export", () => {
  it("is of the whole case, whatever the day looked at", async () => {
    expect((await ask("export?knownAt=2020-02-30")).json.errors).toMatchObject([{ pointer: "/knownAt" }]);
    expect((await ask("export?asOf=2020-06-30")).json.errors).toMatchObject([
      { pointer: "/asOf", detail: "unknown parameter" },
    ]);
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
