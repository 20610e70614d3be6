import type { ChildProcess } from "node:child_process";
import { isoDate, recordKinds } from "@mizan/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askCase, caseId, type Answer, type Question } from "./ask.ts";
import { startServer } from "./house.ts";
import { rockets } from "./write.ts";

let site = "";
let child: ChildProcess;
beforeAll(async () => {
  ({ site, child } = await startServer({ MIZAN_WRITES_PER_MINUTE: "100000", MIZAN_READS_PER_MINUTE: "100000" }));
});
afterAll(() => child.kill("SIGTERM"));
const ask = (path: string, question: Question = {}) => askCase(site, path, question);

function add(kind: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(`records/${kind}`, { method: "POST", body, headers });
}

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
    const past = isoDate(Math.floor(Date.now() / 86_400_000) - 1);
    expect((await ask(`records/case/${caseId}?knownAt=${past}`)).json.marking).toBe(before);
    expect((await ask(`records/case?knownAt=${past}`)).json.records[0].record.marking).toBe(before);
    expect((await ask("records/case")).json.records[0].record.marking).toBe("TLP:GREEN");
    expect((await ask("records/case", { method: "POST", body: json })).status).toBe(405);
  });
});

describe("a text of a record", () => {
  it("loses what turns the text around it", async () => {
    const body = rockets("turned", { title: { en: "abc\u202Edcba\u2066" }, summary: "\u200Fplain\u202C" });
    const { status, json } = await add("events", body);
    expect(status).toBe(201);
    expect(json).toMatchObject({ title: { en: "abcdcba" }, summary: "plain" });
  });
});

describe("an amendment", () => {
  it("of fifty at once is one, and 49 are told the difference", async () => {
    await add("events", rockets("crowd"));
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
    const bad = rockets("bad", {
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
    const stray = await add("events", rockets("stray", { initiators: ["kataib-hezbolah"], targets: ["mars"] }));
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
    await add("events", rockets("patched", { summary: "First.", place: { name: { en: "Baghdad" }, latitude: 33 } }));
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
    const first = await add("events", rockets("keyed"), key);
    const again = await add("events", rockets("keyed"), key);
    expect(first.status).toBe(201);
    expect([again.status, again.text, again.headers.etag]).toEqual([201, first.text, first.headers.etag]);
    expect((await add("events", rockets("keyed-other"), key)).status).toBe(422);
    expect((await add("sources", rockets("keyed"), key)).status).toBe(422);
    expect((await ask("history?record=keyed")).json.entries).toHaveLength(1);
    const together = await Promise.all(
      Array.from({ length: 20 }, () => add("events", rockets("keyed-together"), { "idempotency-key": "at once" })),
    );
    expect(new Set(together.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
  });
});
