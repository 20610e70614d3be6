import type { ChildProcess } from "node:child_process";
import http from "node:http";
import { bundledCases, loadCase } from "@mizan/cases";
import { balanceAt, dayOf, readCase, recordKinds, type Case } from "@mizan/model";
import { indexJson, sensitivityJson } from "@mizan/model/json";
import { sensitivity } from "@mizan/model/sensitivity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "./house.ts";
import { amend, logEvent } from "./write.ts";

const iraq = "khadimi-kh-2020";
let site = "";
let child: ChildProcess;
beforeAll(async () => ({ site, child } = await startServer({ MIZAN_WRITES_PER_MINUTE: "100000" })));
afterAll(() => void child.kill("SIGTERM"));

const at = (path: string) => `${site}/api/cases/${iraq}/${path}`;
const json = async <T>(path: string) => (await (await fetch(at(path))).json()) as T;
const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(at(path), {
    method,
    headers: { "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const head = async () =>
  (await (await fetch(`${site}/api/cases/${iraq}`)).json()) as {
    ledger: { sequence: number };
    counts: { alerts: number };
  };
const length = async () => (await head()).ledger.sequence;
/** Entries that somebody wrote: alerts follow by themselves, a moment later. */
const written = async () => {
  const { ledger, counts } = await head();
  return ledger.sequence - counts.alerts;
};

/** A request as its raw bytes ask for it, with headers that `fetch` would not let through. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = "",
): Promise<{ status: number; type: string; text: string }> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** A record of each kind that fits the case beside what it holds. */
const cited = [{ source: "rudaw", published: "2020-07-07", grade: "B2" }];
const newRecords: Readonly<Record<string, Record<string, unknown>>> = {
  sources: { id: "gazette", name: { en: "The Gazette" }, kind: "newspaper" },
  actors: { id: "ferrymen", name: { en: "Ferrymen" }, kind: "group", side: "neither", basis: "author" },
  ties: { id: "new-tie", kind: "support", from: "fatah", to: "khadimi", statement: { en: "A pact" }, citations: cited },
  events: {
    id: "new-event",
    title: { en: "A meeting" },
    kind: "consult",
    when: "2020-07-07",
    effects: [],
    citations: cited,
  },
  factors: {
    id: "gate",
    name: { en: "Gate" },
    kind: "condition",
    opening: "shut",
    basis: "author",
    states: ["shut", "open"].map((id) => ({ id, name: { en: id } })),
  },
  impacts: { id: "gate-open-us", from: { factor: "gate", state: "open" }, on: "us", values: {}, basis: "author" },
  options: { id: "wait", name: { en: "Wait" }, actor: "khadimi", summary: "Wait.", sets: {}, basis: "author" },
  outcomes: { id: "gate-opened", name: { en: "Opened" }, when: [{ gate: ["open"] }], basis: "author" },
  judgements: { id: "j99", statement: { en: "It holds" }, confidence: "low", basis: "author" },
  indicators: {
    id: "meetings",
    name: { en: "Meetings" },
    meaning: "talk",
    rule: { kind: "count", of: { kinds: ["consult"] }, withinDays: 5, atLeast: 9 },
    basis: "author",
  },
  chamber: { id: "new-list", name: { en: "New list" }, seats: 0, stance: "undecided", basis: "author" },
  alerts: {
    id: "alert-by-hand",
    raised: "2020-07-08T10:00:00Z",
    asOf: "2020-07-08",
    before: "quiet",
    after: "fired",
    events: [],
  },
};

describe("a record of every kind", () => {
  it("is tried: stakeholders aside, whose issue allows one stand an actor", () => {
    expect(Object.keys(newRecords).toSorted()).toEqual(
      recordKinds.filter((kind) => kind !== "stakeholders").toSorted(),
    );
  });

  it.each(Object.entries(newRecords))("%s is added, read, listed, amended and retracted", async (kind, body) => {
    const added = await send("POST", `records/${kind}`, body);
    expect(added.status, await added.clone().text()).toBe(201);
    expect(added.headers.get("location")).toBe(`/api/cases/${iraq}/records/${kind}/${String(body["id"])}`);
    const tag = added.headers.get("etag")!;
    const read = await fetch(`${site}${added.headers.get("location")}`);
    expect(read.headers.get("etag")).toBe(tag);
    expect(await read.json()).toMatchObject(body);
    const note = kind === "alerts" ? { after: "quiet" } : { note: "amended" };
    const amended = await send("PATCH", `records/${kind}/${String(body["id"])}`, note, { "if-match": tag });
    expect(amended.status, await amended.clone().text()).toBe(200);
    expect(await amended.json()).toMatchObject({ ...body, ...note });
    const seen: string[] = [];
    for (let after: string | undefined = ""; after !== undefined;) {
      const page: { records: { id: string }[]; next?: string } = await json(
        `records/${kind}?limit=7${after && `&after=${after}`}`,
      );
      seen.push(...page.records.map(({ id }) => id));
      after = page.next;
    }
    expect(seen.at(-1)).toBe(body["id"]);
    expect(new Set(seen).size).toBe(seen.length);
    if (kind === "factors") return;
    const address = at(`records/${kind}/${String(body["id"])}?reason=a%20slip`);
    const gone = await fetch(address, { method: "DELETE", headers: { "if-match": amended.headers.get("etag")! } });
    expect(gone.status).toBe(204);
    expect((await fetch(address.split("?")[0]!)).status).toBe(404);
    const { entries } = await json<{ entries: { action: string; author: string; reason?: string }[] }>(
      `history?kind=${kind}&record=${String(body["id"])}`,
    );
    expect(entries.map(({ action }) => action)).toEqual(["add", "amend", "retract"]);
    expect(entries.at(-1)).toMatchObject({ author: "analyst", reason: "a slip" });
  });
});

describe("an amendment", () => {
  it("needs the version it was made from, and is refused with the difference when that is stale", async () => {
    await send("POST", "records/sources", { id: "herald", name: { en: "The Herald" }, kind: "newspaper" });
    expect((await send("PATCH", "records/sources/herald", { note: "x" })).status).toBe(428);
    expect((await send("PATCH", "records/sources/herald", { note: "x" }, { "if-match": "*" })).status).toBe(412);
    const tag = (await fetch(at("records/sources/herald"))).headers.get("etag")!;
    expect((await send("PATCH", "records/sources/herald", { note: "first" }, { "if-match": tag })).status).toBe(200);
    const stale = await send("PATCH", "records/sources/herald", { note: "second" }, { "if-match": tag });
    expect(stale.status).toBe(412);
    expect(stale.headers.get("content-type")).toBe("application/problem+json");
    expect(await stale.json()).toMatchObject({
      status: 412,
      current: { record: { note: "first" } },
      difference: [{ field: "note", current: "first", submitted: "second" }],
    });
  });

  it("of fifty at once is one, and forty-nine are told the difference", async () => {
    await send("POST", "records/sources", { id: "courier", name: { en: "The Courier" }, kind: "newspaper" });
    const tag = (await fetch(at("records/sources/courier"))).headers.get("etag")!;
    const before = await written();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        send("PATCH", "records/sources/courier", { note: `by ${i}` }, { "if-match": tag }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(49);
    for (const answer of answers.filter(({ status }) => status === 412))
      expect(((await answer.json()) as { difference: unknown[] }).difference).toHaveLength(1);
    expect(await written()).toBe(before + 1);
  });
});

describe("an addition", () => {
  it("with a key is written once, however often it is sent; the key serves no other", async () => {
    const body = { id: "keyed", name: { en: "Keyed" }, kind: "newspaper" };
    const key = { "idempotency-key": "a-key" };
    const before = await written();
    const answers = await Promise.all([1, 2, 3].map(() => send("POST", "records/sources", body, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await written()).toBe(before + 1);
    expect((await send("POST", "records/sources", { ...body, id: "other" }, key)).status).toBe(422);
  });

  it("of an id in use is a conflict, and of what does not fit names every place", async () => {
    expect(
      (await send("POST", "records/sources", { id: "rudaw", name: { en: "Rudaw" }, kind: "newspaper" })).status,
    ).toBe(409);
    const unfit = await send("POST", "records/events", {
      ...newRecords["events"],
      id: "unfit",
      kind: "consulted",
      initiators: ["khadim"],
      colour: "red",
    });
    expect(unfit.status).toBe(422);
    const { errors } = (await unfit.json()) as { errors: { pointer: string; nearest?: string }[] };
    expect(errors).toEqual([
      expect.objectContaining({ pointer: "/kind", nearest: "consult" }),
      expect.objectContaining({ pointer: "/colour" }),
    ]);
    const unknown = await send("POST", "records/events", {
      ...newRecords["events"],
      id: "unfit",
      initiators: ["khadim"],
    });
    expect(await unknown.json()).toMatchObject({
      errors: [{ pointer: "/initiators/0", value: "khadim", nearest: "khadimi" }],
    });
  });

  it("of an event is known from the day it was logged", async () => {
    await logEvent(site, "known-later");
    const today = new Date().toISOString().slice(0, 10);
    expect(await json("records/events/known-later")).toMatchObject({ known: today });
    expect((await fetch(at("records/events/known-later?knownAt=2020-07-08"))).status).toBe(404);
    expect((await json<{ index: number }>("index?knownAt=2020-07-08")).index).not.toBe(
      (await json<{ index: number }>("index")).index,
    );
  });
});

describe("two clocks", () => {
  it("show a record as it was written by the day of knowledge, and events that had begun by the day looked at", async () => {
    const before = await json<{ title: { en: string } }>("records/events/raid");
    await amend(site, "events", "raid", { title: { ...before.title, en: "Another title" } });
    expect((await json<typeof before>("records/events/raid")).title.en).toBe("Another title");
    expect((await json<typeof before>("records/events/raid?knownAt=2020-07-08")).title.en).toBe(before.title.en);
    expect((await fetch(at("records/events/raid?asOf=2020-06-25"))).status).toBe(404);
    const { records } = await json<{ records: { id: string }[] }>("records/events?asOf=2020-06-25&limit=1000");
    expect(records.map(({ id }) => id)).not.toContain("raid");
  });
});

describe("what follows from a case", () => {
  it("is what the functions of the model make of the exported case", async () => {
    const { study } = readCase(await json("export"));
    const clocks = { asOf: dayOf("2020-07-08") };
    expect(await json("index?asOf=2020-07-08")).toEqual(
      JSON.parse(JSON.stringify(indexJson(balanceAt(study!, clocks)))),
    );
    expect(await json("sensitivity?asOf=2020-07-08")).toEqual(
      JSON.parse(JSON.stringify(sensitivityJson(clocks.asOf, sensitivity(study!, clocks)))),
    );
  });

  it.each([
    "series",
    "scenarios",
    "outlook?draws=500",
    "stakeholders",
    "chamber",
    "indicators",
    "history",
    "diff?from=2020-06-01&to=2020-07-01",
  ])("is given as %s", async (view) => {
    const response = await fetch(at(view));
    expect(response.status, await response.clone().text()).toBe(200);
    expect(Object.keys((await response.json()) as object).length).toBeGreaterThan(0);
  });

  it("is asked for by name: what is misspelt, missing, doubled or unknown is said", async () => {
    expect(await json("indx")).toMatchObject({
      status: 404,
      detail: "no such view of a case: indx (did you mean index?)",
    });
    expect(await json("index?asof=2020-07-08")).toMatchObject({
      status: 400,
      errors: [{ pointer: "/asof", detail: "unknown parameter" }],
    });
    expect(await json("index?asOf=2020-02-31")).toMatchObject({ status: 400 });
    expect(await json("index?asOf=2020-07-08&asOf=2020-07-09")).toMatchObject({
      status: 400,
      errors: [{ detail: "given more than once" }],
    });
    expect(await json("diff?from=2020-06-01")).toMatchObject({ status: 400, errors: [{ pointer: "/to" }] });
    expect(await json("records/actor")).toMatchObject({
      status: 404,
      detail: "unknown kind of record: actor (did you mean actors?)",
    });
    expect(await (await fetch(`${site}/api/cases/khadimi`)).json()).toMatchObject({ status: 404 });
  });

  it("of a case nobody has written to is what its folder holds", async () => {
    const { study } = await loadCase(`${bundledCases}/somewhereland`);
    const exported = readCase(await (await fetch(`${site}/api/cases/somewhereland/export`)).json());
    expect(exported.problems).toEqual([]);
    expect(exported.study satisfies Case | undefined).toEqual(study);
  });
});

describe("a stream", () => {
  it("sends every entry after the one it is asked from, without gap or repeat, and then those that come", async () => {
    const from = (await length()) - 3;
    const stop = new AbortController();
    const response = await fetch(at("stream"), { headers: { "last-event-id": String(from) }, signal: stop.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const writing = Promise.all([1, 2, 3, 4, 5].map((i) => logEvent(site, `streamed-${i}`)));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const ids = () => [...text.matchAll(/^id: (\d+)\nevent: entry/gm)].map(([, id]) => Number(id));
    while (ids().length < 8) text += (await reader.read()).value ?? "";
    await writing;
    stop.abort();
    expect(ids().slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, i) => from + 1 + i));
  });

  it("is refused beyond what one address may hold, ahead of the ledger, and of a case that is not there", async () => {
    expect((await fetch(at("stream"), { headers: { "last-event-id": "99999999" } })).status).toBe(400);
    expect((await fetch(at("stream"), { headers: { "last-event-id": "x" } })).status).toBe(400);
    expect((await fetch(`${site}/api/cases/atlantis/stream`)).status).toBe(404);
    const stop = new AbortController();
    const held = await Promise.all(Array.from({ length: 26 }, () => fetch(at("stream"), { signal: stop.signal })));
    expect(held.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    stop.abort();
    await expect
      .poll(async () => /mizan_streams_open (\d+)/.exec(await (await fetch(`${site}/metrics`)).text())![1])
      .toBe("0");
  });
});

describe("hostile requests", () => {
  const post = `/api/cases/${iraq}/records/events`;
  const headers = () => ({ host: new URL(site).host, "content-type": "application/json" });
  const requests: [string, string, string, () => Record<string, string>, string][] = [
    ["another host", "POST", post, () => ({ ...headers(), host: "evil.example" }), "{}"],
    ["another origin", "POST", post, () => ({ ...headers(), origin: "http://evil.example" }), "{}"],
    ["a sibling port's origin", "POST", post, () => ({ ...headers(), origin: "http://127.0.0.1:1" }), "{}"],
    ["a browser without an origin", "POST", post, () => ({ ...headers(), "sec-fetch-site": "cross-site" }), "{}"],
    ...[
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/xml",
      "",
    ].map((type): (typeof requests)[number] => [
      `content of type ${type || "none"}`,
      "POST",
      post,
      () => ({ host: headers().host, ...(type ? { "content-type": type } : {}) }),
      "{}",
    ]),
    ["no JSON", "POST", post, headers, "{"],
    ["an empty body", "POST", post, headers, ""],
    ["a depth of 10,000", "POST", post, headers, "[".repeat(10_000) + "]".repeat(10_000)],
    ["10 MB of text", "POST", post, headers, JSON.stringify({ id: "x".repeat(10_000_000) })],
    ["a prototype", "POST", post, headers, '{"__proto__":{"id":"polluted"},"constructor":{"prototype":{}}}'],
    ["half a surrogate pair", "POST", post, headers, '{"id":"lone","title":{"en":"\\ud800"}}'],
    ["bytes that are no UTF-8", "POST", post, headers, "\u0000\u0001"],
    ["a list", "POST", post, headers, "[]"],
    ["null", "POST", post, headers, "null"],
    ["a number without end", "POST", post, headers, "1e999"],
    ["PUT", "PUT", `${post}/raid`, headers, "{}"],
    ["OPTIONS", "OPTIONS", post, headers, ""],
    ["a patch of another type", "PATCH", `${post}/raid`, () => ({ ...headers(), "if-match": '"1"' }), "{}"],
    [
      "a tag that is none",
      "PATCH",
      `${post}/raid`,
      () => ({ ...headers(), "content-type": "application/merge-patch+json", "if-match": "W/x" }),
      "{}",
    ],
    ["a retraction without a tag", "DELETE", `${post}/raid`, headers, ""],
    ["a way out of the folder", "GET", "/api/cases/..%2f..%2fetc%2fpasswd/export", headers, ""],
    ["a broken escape", "GET", `/api/cases/${iraq}/records/events/%E0%A4%A`, headers, ""],
    ["a very long id", "GET", `/api/cases/${"x".repeat(5000)}/export`, headers, ""],
    ["NUL in an id", "GET", `/api/cases/${iraq}/records/events/%00`, headers, ""],
  ];

  it.each(requests)("%s is refused with a reason, and nothing is written", async (_, method, path, own, body) => {
    const before = await written();
    const { status, text } = await raw(method, path, own(), body);
    expect(status, text).toBeGreaterThanOrEqual(400);
    expect(status, text).toBeLessThan(500);
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/\n\s+at /);
    expect(await written()).toBe(before);
  });

  it("lose overriding characters in names, and no script in a text is anything but text", async () => {
    const added = await send("POST", "records/actors", {
      id: "turned",
      name: { en: "abc\u202Edcba <script>" },
      kind: "group",
      side: "neither",
      basis: "author",
    });
    expect(added.status).toBe(201);
    expect(((await added.json()) as { name: { en: string } }).name.en).toBe("abcdcba <script>");
    const html = await (await fetch(`${site}/${iraq}/actors/turned`)).text();
    expect(html).not.toContain("<script>\n");
    expect(html).toContain("abcdcba &lt;script>");
  });
});
