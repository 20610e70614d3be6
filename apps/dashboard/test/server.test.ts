import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, inject, it, vi } from "vitest";
import { serverFile, startServer } from "./house.ts";
import { open, site } from "./visit.ts";

function started(env: Record<string, string>) {
  const data = mkdtempSync(join(tmpdir(), "mizan-data-"));
  const { status, stderr, stdout } = spawnSync(process.execPath, [serverFile], {
    env: { ...process.env, MIZAN_DATA: data, ...env },
    encoding: "utf8",
    timeout: 10_000,
  });
  rmSync(data, { recursive: true });
  return { status, lines: stderr.trimEnd().split("\n"), stdout };
}

/** A request with headers that `fetch` would not let through. */
function asked(method: string, path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(site());
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
    request.end();
  });
}

describe("the server", () => {
  it.each([
    ["a used port", () => ({ MIZAN_PORT: new URL(site()).port }), /^Port \d+ is in use; set MIZAN_PORT to another\.$/],
    [
      "a folder that is not there",
      () => ({ MIZAN_CASES: "/nowhere/at/all" }),
      /^MIZAN_CASES is not a folder: \/nowhere\/at\/all$/,
    ],
    ["an address others can reach", () => ({ MIZAN_HOST: "0.0.0.0" }), /sign-in/],
    ["a port that is none", () => ({ MIZAN_PORT: "many" }), /^MIZAN_PORT is not a port: many$/],
    [
      "a ledger that another process writes",
      () => ({ MIZAN_DATA: inject("data") }),
      /mizan-data-\w+: another process writes this store$/,
    ],
  ])("answers %s with one line", (_, env, line) => {
    const { status, lines } = started(env());
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  it("stops when it is told to", async () => {
    const { child } = await startServer({});
    const left = new Promise<number | null>((resolve) => child.on("exit", resolve));
    child.kill("SIGTERM");
    expect(await left).toBe(0);
  });

  it("answers only to its own names", async () => {
    const { port } = new URL(site());
    expect(await asked("GET", "/", { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await asked("GET", "/", { host: `localhost:${port}` })).toBe(200);
    expect(await asked("GET", "/", { host: "mizan.example" })).toBe(403);
    expect(await asked("GET", "/", { host: "127.0.0.1.example" })).toBe(403);
  });

  it("takes no orders from another site", async () => {
    const host = new URL(site()).host;
    const form = { host, "content-type": "application/x-www-form-urlencoded" };
    expect(await asked("POST", "/theme", { ...form, origin: "http://elsewhere.example" })).toBe(403);
    expect(await asked("POST", "/theme", form)).toBe(403);
    expect(await asked("POST", "/theme", { ...form, origin: site() })).toBe(303);
  });

  it("sends a policy without room for foreign code", async () => {
    const { headers } = await fetch(site());
    const policy = headers.get("content-security-policy")!;
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("the briefing", () => {
  // The deck is built beside this package, not before it.
  beforeAll(async () => {
    const deck = fileURLToPath(new URL("../../deck/dist/deck.html", import.meta.url));
    await vi.waitFor(() => expect(existsSync(deck), "apps/deck is not built").toBe(true), 50_000);
  });

  it("opens for each case at the day asked for, with its scripts let through", async () => {
    for (const path of ["/khadimi-kh-2020/briefing?asOf=2020-06-27", "/somewhereland/briefing"]) {
      const { page, wrong, close } = await open();
      await page.goto(path);
      await page.locator(".reveal .slides section").first().waitFor({ state: "attached" });
      expect(wrong).toEqual([]);
      await close();
    }
  });

  it("says which day it was filled at", async () => {
    const html = await (await fetch(`${site()}/khadimi-kh-2020/briefing?asOf=2020-06-27&knownAt=2020-07-01`)).text();
    const text = /<script type="application\/json" id="case">([^<]*)<\/script>/.exec(html)![1]!;
    expect(JSON.parse(text)).toMatchObject({
      asOf: "2020-06-27",
      knownAt: "2020-07-01",
      study: { case: { id: "khadimi-kh-2020" } },
    });
  });

  it("says plainly when the deck is not built", async () => {
    const { site: other, child } = await startServer({ MIZAN_DECK: "/nowhere/deck.html" });
    const response = await fetch(`${other}/khadimi-kh-2020/briefing`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("not built yet");
    child.kill("SIGTERM");
  });
});
