import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { policy, reservedNames } from "../src/lib/server/policy.ts";

const routes = fileURLToPath(new URL("../src/routes", import.meta.url));

/** Every route of the tree with the methods its files answer to, found by looking at them. */
function routesFound(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const entry of readdirSync(routes, { recursive: true, withFileTypes: true })) {
    if (entry.name !== "+page.svelte" && entry.name !== "+server.ts") continue;
    const id = entry.parentPath.slice(routes.length) || "/";
    const methods = found.get(id) ?? [];
    if (entry.name === "+page.svelte") methods.push("GET", "HEAD");
    else {
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      const exported = [...text.matchAll(/export (?:async )?(?:function|const) ([A-Z]+|fallback|actions)\b/g)].map(
        ([, name]) => name!,
      );
      methods.push(...exported, ...(exported.includes("GET") ? ["HEAD"] : []));
    }
    found.set(id, methods);
  }
  return found;
}

describe("the policy", () => {
  const found = routesFound();

  it("names every route that there is, and none that there is not", () => {
    expect([...found.keys()].toSorted()).toEqual(Object.keys(policy).toSorted());
  });

  it.each([...found])("lets %s answer to what it answers to, and to nothing else", (id, methods) => {
    const allowed = policy[id] ?? [];
    expect(methods).toEqual(expect.arrayContaining([...allowed].filter((method) => method !== "HEAD")));
    expect(methods.filter((method) => method !== "HEAD" && !allowed.includes(method as never))).toEqual([]);
  });

  it("keeps the first words of its addresses from being names of cases", () => {
    expect([...reservedNames].toSorted()).toEqual(["api", "healthz", "metrics", "theme"]);
  });
});
