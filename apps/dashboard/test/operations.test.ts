import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { newDatabase, startServer as startPostgres } from "@mizan/store/postgres-server";
import { environmentFault, variables } from "../src/lib/server/environment.ts";
import { ask } from "./ask.ts";
import { heads, impropriety } from "./hostile.ts";
import { serverFile, startServer, stopServer } from "./house.ts";
import { logEvent } from "./write.ts";

const under = "/api/cases/khadimi-kh-2020";

describe("the environment", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [serverFile, ...args], { encoding: "utf8" });

  it("is told by --help, every variable of it that the sources read", () => {
    const { status, stdout, stderr } = run("--help");
    expect([status, stderr]).toEqual([0, ""]);
    const source = fileURLToPath(new URL("../src", import.meta.url));
    const files = [
      serverFile,
      fileURLToPath(import.meta.resolve("@mizan/store/environment")),
      ...readdirSync(source, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(?:ts|svelte)$/.test(name))
        .map((name) => join(source, name)),
    ];
    const read = files.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      // Some pass the whole of it on to what reads it, and the server takes away what a client could set.
      const unnamed = /(?<!(?:authorName|environmentFault|ledgerPlace|pathFrom)\()process\.env\b(?!\["[A-Z_]+"\])/g;
      expect(text.match(unnamed) ?? [], file).toHaveLength(file === serverFile ? 1 : 0);
      return [...text.matchAll(/\benv\["([A-Z_]+)"\]/g)].map(([, name]) => name!);
    });
    // These it sets itself, whatever is given, or pnpm does.
    const own = new Set(["PROTOCOL_HEADER", "BODY_SIZE_LIMIT", "INIT_CWD"]);
    const names = [...new Set(read)].filter((name) => !own.has(name)).toSorted();
    expect(names).toEqual(variables.map(({ name }) => name).toSorted());
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
  });

  it.each([
    ["MIZAN_HOST", "0.0.0.0"],
    ["MIZAN_PORT", "65536"],
    ["MIZAN_PORT", "4000.5"],
    ["MIZAN_CASES", "/nowhere/at/all"],
    ["MIZAN_DATA", serverFile],
    ["MIZAN_DATABASE_URL", "mysql://localhost/mizan"],
    ["MIZAN_AUTHOR", "   "],
    ["MIZAN_AUTHOR", "a\nb"],
    ["MIZAN_LOG", "loud"],
    ["MIZAN_READS_PER_MINUTE", "0"],
    ["MIZAN_WRITES_PER_MINUTE", "-1"],
    ["MIZAN_STREAMS_PER_CLIENT", "many"],
    ["MIZAN_LARGEST_BYTES", "1 GB"],
    ["MIZAN_DECK", tmpdir()],
    ["MIZAN_REPLAY", '{"speed":1}'],
    ["ORIGIN", "mizan.example"],
  ])("is refused in one line with %s=%j", (name, value) => {
    const line = environmentFault({ [name]: value })!;
    expect(line).toMatch(new RegExp(`^${name} is .+$`));
    const { status, stderr } = spawnSync(process.execPath, [serverFile], {
      env: { ...process.env, MIZAN_DATA: join(tmpdir(), "mizan-never-made"), [name]: value },
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, `${line}\n`]);
  });

  it("takes no argument but --help", () => {
    const { status, stderr } = run("--port=1");
    expect([status, stderr]).toEqual([2, "Unknown argument: --port=1. See --help.\n"]);
  });
});

describe("limits", () => {
  it("hold for reads and for writes apart, and say how long to wait", async () => {
    const server = await startServer({ MIZAN_READS_PER_MINUTE: "20", MIZAN_WRITES_PER_MINUTE: "5" });
    const { site } = server;
    for (let i = 0; i < 5; i++) expect((await logEvent(site, `one-${i}`, { effects: [] })).status).toBe(201);
    const over = await ask(site, `${under}/records/events`, { method: "POST", body: {} });
    expect(over.status).toBe(429);
    expect(impropriety(over)).toBeUndefined();
    expect(Number(over.headers["retry-after"])).toBeGreaterThan(0);
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask(site, "/api/cases")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    await stopServer(server.child);
  });

  it("hold for bodies: a large record is taken, a megabyte is not", async () => {
    const server = await startServer({});
    const citations = Array.from({ length: 15 }, (_, i) => ({
      source: "rudaw",
      published: "2020-07-07",
      grade: "B2",
      place: `p. ${i}`,
      note: "x".repeat(19_000),
    }));
    expect((await logEvent(server.site, "large", { citations })).status).toBe(201);
    const megabyte = await ask(server.site, `${under}/records/events`, {
      method: "POST",
      body: { id: "larger", summary: "x".repeat(1_000_000) },
    });
    expect(megabyte.status).toBe(413);
    expect(impropriety(megabyte)).toBeUndefined();
    await stopServer(server.child);
  });
});

describe("the log", () => {
  it("says what was asked for and answered, and nothing of what was in it", async () => {
    const server = await startServer({ MIZAN_LOG: "trace" });
    let said = "";
    server.child.stderr!.on("data", (text: Buffer) => (said += text));
    await ask(server.site, `${under}/index?asOf=2020-07-08`);
    await ask(server.site, `${under}/index?hidden-query=hidden-value`);
    await logEvent(server.site, "logged", { summary: "hidden-summary" });
    await logEvent(server.site, "Not An Id", { summary: "hidden-summary" });
    await ask(server.site, `${under}/records/events?reason=hidden-reason`, {
      method: "POST",
      body: { note: "hidden-note" },
      headers: { cookie: "theme=hidden-cookie" },
    });
    await stopServer(server.child);
    const lines = said
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ msg }) => msg === "answered")).toHaveLength(5);
    expect(lines[0]).toMatchObject({
      method: "GET",
      route: "/api/cases/[case]/[view]",
      path: `${under}/index`,
      status: 200,
    });
    expect(said).not.toMatch(/hidden|2020-07-08/);
  });
});

describe("the figures", () => {
  it("count answers by route, entries taken and streams", async () => {
    const server = await startServer({});
    await logEvent(server.site, "counted", { effects: [] });
    await logEvent(server.site, "counted-too", { effects: [] });
    const { text, headers } = await ask(server.site, "/metrics");
    expect(headers["content-type"]).toMatch(/^text\/plain/);
    expect(text).toMatch(
      /mizan_http_seconds_count\{route="\/api\/cases\/\[case\]\/records\/\[kind\]",method="POST",status="201"\} 2/,
    );
    expect(text).toMatch(/mizan_ledger_entries_total 2$/m);
    expect(text).toMatch(/mizan_streams_open 0/);
    await stopServer(server.child);
  });
});

describe("a full disk", () => {
  it("refuses writes with 503 while reads go on, and leaves nothing half-written", async () => {
    const data = mkdtempSync(join(tmpdir(), "mizan-data-"));
    await stopServer((await startServer({ MIZAN_DATA: data })).child);
    const full = String(statSync(join(data, "mizan.db")).size);
    const server = await startServer({ MIZAN_DATA: data, MIZAN_LARGEST_BYTES: full });
    const { site } = server;
    const summary = "x".repeat(15_000);
    let taken = 0;
    let answer = await logEvent(site, "filling-0", { summary });
    while (answer.status === 201) answer = await logEvent(site, `filling-${++taken}`, { summary });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const before = await heads(site);
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => logEvent(site, `more-${i}`, { summary })));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([503]));
    expect(await heads(site)).toEqual(before);
    expect((await ask(site, `${under}/records/events/filling-${taken}`)).status).toBe(404);
    for (const path of [`${under}/index`, "/khadimi-kh-2020", "/healthz"])
      expect((await ask(site, path)).status).toBe(200);
    await stopServer(server.child);

    const again = await startServer({ MIZAN_DATA: data });
    expect(await heads(again.site)).toEqual(before);
    expect((await logEvent(again.site, `filling-${taken}`, { summary })).status).toBe(201);
    await stopServer(again.child);
    rmSync(data, { recursive: true, force: true });
  });
});

describe("a database that is away", () => {
  it("is said by /healthz and by every answer, and no page or answer hangs", async () => {
    const postgres = await startPostgres(["fsync=off"]);
    const server = await startServer({ MIZAN_DATABASE_URL: await newDatabase(postgres.url) });
    const { site } = server;
    expect((await ask(site, "/healthz")).json).toMatchObject({ status: "ok", engine: "postgres" });
    expect((await logEvent(site, "before")).status).toBe(201);
    await postgres.stop();
    expect(await ask(site, "/healthz")).toMatchObject({ status: 503, json: { status: "unavailable" } });
    const refused = await logEvent(site, "after");
    expect(refused.status).toBe(503);
    expect(((await refused.json()) as { detail: string }).detail).toContain(
      "send it again with the same Idempotency-Key",
    );
    for (const path of ["/api/cases", `${under}/records/actors`, `${under}/history`, `${under}/stream`]) {
      const { status, headers } = await ask(site, path);
      expect([path, status, headers["content-type"]]).toEqual([path, 503, "application/problem+json"]);
    }
    for (const path of ["/", "/khadimi-kh-2020?asOf=2020-06-01"]) {
      const answer = await fetch(site + path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(await answer.text()).toContain("The ledger cannot be read now.");
    }
    await stopServer(server.child);
  });
});
