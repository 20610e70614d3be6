import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What each room may import of its siblings. Tests may read cases as well, and whoever drives a browser, chromium. */
const upstream: Record<string, readonly string[]> = {
  "packages/model": [],
  "packages/cases": ["@mizan/model"],
  "packages/exchange": ["@mizan/model"],
  "packages/store": ["@mizan/model"],
  "packages/charts": ["@mizan/model"],
  "packages/live": [],
  "packages/chromium": [],
  "apps/dashboard": ["@mizan/model", "@mizan/cases", "@mizan/exchange", "@mizan/store", "@mizan/charts", "@mizan/live"],
  "apps/deck": ["@mizan/model", "@mizan/cases", "@mizan/charts", "@mizan/live"],
  "apps/cli": ["@mizan/model", "@mizan/cases", "@mizan/exchange", "@mizan/store", "@mizan/charts"],
};

interface Import {
  file: string;
  from: string;
}

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|@import\s+(?:url\()?\s*)["']([^"']+)["']/g;

function importsOf(folder: string): Import[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ["node_modules", "dist", "build", ".svelte-kit", ".turbo"].includes(entry.name) ? [] : importsOf(path);
    if (!/\.(ts|js|svelte|css)$/.test(entry.name)) return [];
    return [...readFileSync(path, "utf8").matchAll(specifier)].map(([, from]) => ({
      file: path.slice(root.length),
      from: from!,
    }));
  });
}

/** Imports that run upstream, sideways between apps, or into another room by path. */
function againstTheRiver(room: string, imports: readonly Import[]): string[] {
  return imports
    .filter(({ file, from }) => {
      if (from.startsWith("@mizan/")) {
        const sibling = from.split("/").slice(0, 2).join("/");
        if (/\/(test|gallery)\//.test(file) && ["@mizan/cases", "@mizan/chromium"].includes(sibling))
          return room === "packages/model";
        return sibling !== `@mizan/${room.split("/")[1]}` && !upstream[room]!.includes(sibling);
      }
      if (!from.startsWith(".")) return false;
      const target = join(file, "..", from);
      return !target.startsWith(`${room}/`) && target !== room;
    })
    .map(({ file, from }) => `${file} imports ${from}`);
}

const rooms = ["packages", "apps"]
  .flatMap((wing) => readdirSync(join(root, wing)).map((name) => `${wing}/${name}`))
  .filter((room) => existsSync(join(root, room, "package.json")));

describe("the river", () => {
  it("has every room on its map", () => {
    expect(rooms.filter((room) => !(room in upstream))).toEqual([]);
  });

  it.each(rooms)("is not swum against by %s", (room) => {
    const imports = importsOf(join(root, room));
    expect(imports.length).toBeGreaterThan(0);
    expect(againstTheRiver(room, imports)).toEqual([]);
  });

  it.each(rooms)("is what %s declares as its dependencies", (room) => {
    const {
      dependencies = {},
      peerDependencies = {},
      name,
    } = JSON.parse(readFileSync(join(root, room, "package.json"), "utf8")) as {
      name: string;
      dependencies?: Record<string, string>;
      peerDependencies?: Record<string, string>;
    };
    expect(name).toBe(`@mizan/${room.split("/")[1]}`);
    const siblings = Object.keys({ ...dependencies, ...peerDependencies }).filter((dependency) =>
      dependency.startsWith("@mizan/"),
    );
    expect(siblings.filter((sibling) => !upstream[room]!.includes(sibling))).toEqual([]);
  });

  it("is seen to be swum against where it is", () => {
    const planted = [
      { file: "packages/model/src/actor.ts", from: "@mizan/charts" },
      { file: "apps/deck/src/main.ts", from: "@mizan/dashboard" },
      { file: "apps/deck/src/main.ts", from: "../../dashboard/src/app.ts" },
      { file: "packages/charts/src/Spark.svelte", from: "@mizan/cases" },
      { file: "packages/model/test/actor.test.ts", from: "@mizan/cases" },
    ];
    for (const one of planted)
      expect(againstTheRiver(one.file.split("/").slice(0, 2).join("/"), [one])).toHaveLength(1);
  });
});
