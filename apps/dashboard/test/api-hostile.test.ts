import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, caseId, type Question } from "./ask.ts";
import { heads, impropriety, improprieties, sendOddBodies, takers } from "./hostile.ts";
import { startServer } from "./house.ts";

let site = "";
let child: ChildProcess;
let said = "";
let before: unknown;
beforeAll(async () => {
  ({ site, child } = await startServer({
    MIZAN_WRITES_PER_MINUTE: "1000000",
    MIZAN_READS_PER_MINUTE: "1000000",
    MIZAN_LOG: "warn",
  }));
  child.stderr!.on("data", (text: Buffer) => (said += text));
  before = await heads(site);
});
afterAll(() => child.kill("SIGTERM"));

const under = `/api/cases/${caseId}`;
const event = `${under}/records/events/successor-installed`;
type Case = [what: string, path: string, question?: Question];

/** Every question is refused properly, and the ledger is as it was. */
async function refused(questions: readonly Case[]): Promise<void> {
  expect(await improprieties(site, questions)).toEqual([]);
  expect(await heads(site)).toEqual(before);
}

const good = {
  id: "new-event",
  title: { en: "New" },
  kind: "assault",
  when: "2020-07-07",
  effects: [],
  citations: [{ source: "rudaw", published: "2020-07-07", grade: "B2" }],
};

describe("a request from elsewhere", () => {
  const unsafe = takers.map(({ method, path, type }) => ({ method, path, type }));
  const whole = [...unsafe, { method: "DELETE", path: event, type: undefined }];

  it("is refused under another host", () =>
    refused(
      [
        "mizan.example",
        "127.0.0.1.example",
        "localhost.example:80",
        "127.0.0.1:99999999",
        "[::2]",
        "user@localhost",
      ].flatMap((host) =>
        [...whole, { method: "GET", path: "/api/cases", type: undefined }].map(({ method, path, type }): Case => [
          `${method} for ${host}`,
          path,
          { method, headers: { host, "if-match": '"1"' }, ...(type ? { type, body: good } : {}) },
        ]),
      ),
    ));

  it("is refused from another origin, a sibling port, a sandbox, whatever its type", () => {
    const { hostname, port } = new URL(site);
    const origins = [
      "http://elsewhere.example",
      `http://${hostname}:${Number(port) + 1}`,
      `http://localhost:${port}`,
      `https://${hostname}`,
      "null",
      "file://",
      "",
      "not an origin",
    ];
    const types = [
      "application/json",
      "application/merge-patch+json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/html",
    ];
    return refused(
      origins.flatMap((origin) =>
        whole.flatMap(({ method, path }) =>
          types.map((type): Case => [
            `${method} from ${origin} as ${type}`,
            path,
            { method, type, headers: { origin, "if-match": '"1"' }, body: good },
          ]),
        ),
      ),
    );
  });

  it("is refused where a browser hides its origin, and as a form of any page", () =>
    refused([
      ...["cross-site", "same-site", "none"].map((from): Case => [
        from,
        `${under}/records/events`,
        { method: "POST", headers: { "sec-fetch-site": from }, body: good },
      ]),
      ["no type", `${under}/records/events`, { method: "POST", headers: { "content-type": "" }, body: good }],
      ["no body", `${under}/records/events`, { method: "POST" }],
    ]));
});

describe("a body of another type", () => {
  it("is refused by every address that takes one", () =>
    refused(
      takers.flatMap(({ method, path, type }) =>
        [
          "text/plain",
          "text/html",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/xml",
          "application/jsonx",
          "application/octet-stream",
          type === "application/json" ? "application/merge-patch+json" : "application/json",
          "application/json-patch+json",
          "*/*",
          ";",
        ].map((sent): Case => [
          `${method} as ${sent}`,
          path,
          { method, type: sent, headers: { "if-match": '"1"' }, body: JSON.stringify(good) },
        ]),
      ),
    ));
});

describe("a body that is no record", () => {
  it("is refused: too large, too deep, broken, not text, or with keys of objects", () => {
    const deep = (open: string, inner: string, close: string) => open.repeat(10_000) + inner + close.repeat(10_000);
    const bodies: [string, string | Buffer][] = [
      ["10 MB of text", JSON.stringify({ ...good, summary: "x".repeat(10_000_000) })],
      ["10 MB of nothing", " ".repeat(10_000_000)],
      ["1 MB", JSON.stringify({ ...good, summary: "x".repeat(1_000_000) })],
      ["a text over its bound", JSON.stringify({ ...good, summary: "x".repeat(20_001) })],
      ["lists 10,000 deep", deep("[", "1", "]")],
      ["mappings 10,000 deep", deep('{"a":', "1", "}")],
      ["deep inside a field", `{"id":"x","title":${deep("[", "1", "]")}}`],
      ["open lists", "[".repeat(100_000)],
      ["nothing", ""],
      ["half", '{"id": "x", '],
      ["null", "null"],
      ["a number", "12"],
      ["a string", '"x"'],
      ["a list", "[]"],
      ["a list of records", JSON.stringify([good])],
      ["no UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
      ["UTF-16", Buffer.from(JSON.stringify(good), "utf16le")],
      ["half a surrogate pair", '{"id":"x","title":{"en":"\\ud800"}}'],
      ["half a surrogate pair as a key", '{"\\udfff":1}'],
      ["NUL", '{"id":"x\\u0000","title":{"en":"\\u0000"}}'],
      ["__proto__", '{"__proto__":{"id":"polluted","polluted":true}}'],
      ["__proto__ within", '{"id":"x","title":{"__proto__":{"en":"polluted"}}}'],
      ["constructor", '{"constructor":{"prototype":{"polluted":true}}}'],
      ["a key twice", '{"id":"a","id":"B b"}'],
      ["huge numbers", '{"id":"x","effects":[{"factor":"coercion","shift":1e999}]}'],
      ["many digits", `{"id":"x","effects":${"9".repeat(100_000)}}`],
      ["NaN", '{"id":NaN}'],
      ["a long id", JSON.stringify({ ...good, id: "a".repeat(101) })],
      ["an id with a path", JSON.stringify({ ...good, id: "../../x" })],
      ["an id in capitals", JSON.stringify({ ...good, id: "X" })],
      ["no date", JSON.stringify({ ...good, when: "2020-13-45" })],
      ["100,000 effects", JSON.stringify({ ...good, effects: Array(100_000).fill(1) })],
      [
        "30,000 unknown keys",
        JSON.stringify(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i]))),
      ],
    ];
    return refused(
      takers.flatMap(({ method, path, type }) =>
        bodies
          // A patch of nothing but what the record has already, or has no use for, is another matter.
          .map(([what, body]): Case => [
            `${method} ${path}: ${what}`,
            path,
            { method, type, body, headers: method === "PATCH" ? { "if-match": '"999999"' } : {} },
          ]),
      ),
    );
  });

  it.each(takers)("is refused by $method $path, whatever it is", async (taker) => {
    expect(await sendOddBodies(site, taker, 200, 7)).toEqual([]);
    expect(await heads(site)).toEqual(before);
  });
});

describe("an address that is none", () => {
  const long = "a".repeat(7000);

  it("is refused with a reason", () =>
    refused(
      [
        `${under}/records/events/${long}`,
        `/api/cases/${long}`,
        `${under}/${long}`,
        `${under}/records/${long}`,
        `${under}/records/events/..%2F..%2F..%2Fetc%2Fpasswd`,
        "/api/cases/..%2F..%2Fmizan.db",
        "/api/cases/%2e%2e%2f",
        `${under}/records/events/%00`,
        `/api/cases/%00`,
        `${under}/%00`,
        `${under}/records/%00`,
        `${under}/records/events/%`,
        `${under}/records/events/%zz`,
        `${under}/records/events/%ED%A0%80`,
        `${under}/records/events/%C0%AE`,
        `${under}/records/events/__proto__`,
        `${under}/records/__proto__`,
        `${under}/records/constructor`,
        `${under}/__proto__`,
        `${under}/constructor`,
        `${under}/toString`,
        "/api/cases/__proto__",
        "/api/cases/constructor/index",
        "/api/nothing",
        "/api/cases/a/b/c/d/e/f",
        `${under}/records/events/a/b`,
        `${under}/records/events/x%20y`,
        `${under}/records/events/%E2%80%AE`,
        `${under}/stream/more`,
        "/api/openapi.json/more",
        `${under}/index/__data.json`,
        `${under}/index/__route.js`,
      ].map((path): Case => [path.slice(0, 80), path]),
    ));

  it("is refused with what is odd about its query", () =>
    refused(
      [
        "index?asOf=2020-07-08&asOf=2020-07-09",
        "index?unknown=1",
        "index?__proto__=1",
        "index?constructor=1",
        "index?asOf=",
        "index?asOf=9999-12-31",
        "index?asOf=10000-01-01",
        "index?asOf=2020-02-30",
        "index?asOf=-000001-01-01",
        "index?asOf=2020-07-08T00:00:00Z",
        "index?asOf=%00",
        "index?asOf=%ED%A0%80",
        "index?asOf=%zz",
        `index?asOf=${long}`,
        "index?x-sveltekit-invalidated=1",
        "index?x-sveltekit-anything=1",
        "scenarios?seed=99999999999999999999",
        "scenarios?seed=-1",
        "scenarios?seed=1e3",
        "scenarios?basins=maybe",
        "outlook?draws=0",
        "outlook?draws=100000001",
        "outlook?option=nothing",
        "outlook?option=__proto__",
        "stakeholders?issue=constructor",
        "chamber?with=nobody",
        `chamber?with=${",".repeat(5000)}`,
        "diff?from=2020-07-08",
        "diff?from=x&to=y",
        "history?limit=0",
        "history?limit=1001",
        "history?after=-1",
        "history?kind=actor",
        "history?kind=__proto__",
        "history?record=%00",
        "export?format=xml",
        "records/events?limit=0",
        "records/events?limit=99999999999999999",
        "records/events?after=%00",
        "records/events?after=nobody",
        "records/events?after=__proto__&asOf=2020-07-08",
        "stream?after=-1",
        "stream?since=1",
        "stream?after=1&after=2",
        "stream?after=x",
        "stream?after=999999999999999",
      ].map((query): Case => [query.slice(0, 80), `${under}/${query}`]),
    ));

  it("is read without harm where a date is far away", async () => {
    for (const query of [
      "index?asOf=0001-01-01",
      "series?asOf=0001-01-01",
      "index?knownAt=9999-12-31",
      "index?knownAt=0001-01-01",
      "diff?from=0001-01-01&to=9999-12-31",
    ]) {
      const started = performance.now();
      const { status } = await ask(site, `${under}/${query}`);
      expect([query, status]).toEqual([query, 200]);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});

describe("a method that an address does not know", () => {
  it("is refused with those that it does", async () => {
    const paths = [
      "/api/cases",
      `/api/cases/${caseId}`,
      `${under}/index`,
      `${under}/records/events`,
      event,
      `${under}/stream`,
    ];
    for (const method of ["PUT", "OPTIONS", "TRACE", "PROPFIND", "SEARCH", "LOCK"])
      for (const path of paths) {
        const answer = await ask(site, path, { method, ...(method === "PUT" ? { body: good } : {}) });
        expect([method, path, impropriety(answer)]).toEqual([method, path, undefined]);
        expect(answer.status).toBe(405);
        expect(answer.headers.allow).toContain("GET");
      }
    for (const [method, path] of [
      ["POST", "/api/cases"],
      ["PATCH", `${under}/records/events`],
      ["DELETE", `/api/cases/${caseId}`],
      ["POST", `${under}/index`],
      ["POST", event],
      ["POST", `${under}/stream`],
    ] as const) {
      const answer = await ask(site, path, { method, body: good });
      expect([method, path, answer.status]).toEqual([method, path, 405]);
      expect(impropriety(answer)).toBeUndefined();
    }
    expect(await heads(site)).toEqual(before);
  });

  it("is refused for pages, too, in plain words", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
      expect((await ask(site, `/${caseId}`, { method })).status).toBe(405);
  });
});

describe("a version that is none", () => {
  it("is refused, and so is its absence", () =>
    refused([
      ...["*", "12", 'W/"12"', '"x"', '"1", "2"', '"-1"', '""', `"${"9".repeat(400)}"`, '"99999999999999"'].flatMap(
        (tag): Case[] => [
          [`PATCH if ${tag}`, event, { method: "PATCH", body: { note: "x" }, headers: { "if-match": tag } }],
          [`DELETE if ${tag}`, event, { method: "DELETE", headers: { "if-match": tag } }],
        ],
      ),
      ["PATCH", event, { method: "PATCH", body: { note: "x" } }],
      ["DELETE", event, { method: "DELETE" }],
      [
        "a long key",
        `${under}/records/events`,
        { method: "POST", body: good, headers: { "idempotency-key": "k".repeat(5000) } },
      ],
      ["no key", `${under}/records/events`, { method: "POST", body: good, headers: { "idempotency-key": "" } }],
      ["a long reason", `${under}/records/events?reason=${"r".repeat(200)}&reason=x`, { method: "POST", body: good }],
      ["a strange parameter", `${under}/records/events?force=1`, { method: "POST", body: good }],
      ["NUL as reason", `${event}?reason=%00`, { method: "DELETE", headers: { "if-match": '"1"' } }],
    ]));
});

describe("all this", () => {
  it("leaves nothing in the log: no failure, and none of what was sent", () => {
    expect(said).toBe("");
  });
});
