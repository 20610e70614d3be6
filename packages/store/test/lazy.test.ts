import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("importing the package loads neither engine", async () => {
  const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));
  const script = `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ resolve(name, context, next) { loaded.push(name); return next(name, context); } });
    await import(${JSON.stringify(entry)});
    console.log(JSON.stringify(loaded.filter((name) => /^(better-sqlite3|pg|kysely)/.test(name))));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=x-source",
    "--input-type=module",
    "-e",
    script,
  ]);
  expect(JSON.parse(stdout)).not.toContain("better-sqlite3");
  expect(JSON.parse(stdout)).not.toContain("pg");
});
