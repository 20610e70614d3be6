import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { smallData } from "./small-study.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "mizan-model-"));
const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe" });
let tarball = "";

beforeAll(() => {
  run("pnpm", ["pack", "--pack-destination", scratch], root);
  tarball = join(
    scratch,
    readdirSync(scratch).find((file) => file.endsWith(".tgz"))!,
  );
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe("the packed model", { timeout: 120_000 }, () => {
  it("is clean to publint", async () => {
    const { messages, pkg } = await publint({
      strict: true,
      pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("is clean to attw for ES modules", () => {
    const attw = (profile: string) =>
      spawnSync("attw", ["--profile", profile, tarball], { cwd: root, encoding: "utf8" }).status;
    expect(attw("esm-only")).toBe(0);
    expect(attw("strict")).not.toBe(0);
  });

  it("reads a case where it is installed in an empty folder, by its README's example", () => {
    const folder = mkdtempSync(join(scratch, "empty-"));
    const zod = (JSON.parse(readFileSync(join(root, "node_modules/zod/package.json"), "utf8")) as { version: string })
      .version;
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
    run("pnpm", ["add", tarball, `zod@${zod}`, "--ignore-workspace", "--prefer-offline"], folder);
    const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))!;
    const [imports, rest] = [example!.match(/^import .*$/gm)!.join("\n"), example!.replace(/^import .*$/gm, "")];
    writeFileSync(join(folder, "example.ts"), `${imports}\nconst data = ${JSON.stringify(smallData)};\n${rest}`);
    const printed = run(process.execPath, ["example.ts"], folder);
    expect(printed.split("\n")).toEqual([
      "+14 −25 to +50",
      "bridge +30",
      "grain −32",
      "bridge +7",
      "grain −5",
      "sortie +19",
      "barn-fire −7",
      "",
    ]);
    const schema = JSON.parse(
      readFileSync(join(folder, "node_modules/@mizan/model/dist/case.schema.json"), "utf8"),
    ) as { properties: object };
    expect(Object.keys(schema.properties)).toContain("judgements");
  });
});
