import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { balanceAt, dayOf } from "@mizan/model";
import { describe, expect, it } from "vitest";
import { bundledCases, caseFolders, loadCase } from "../src/index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("shows a case from nothing that is read and computed as it stands", async () => {
    const folder = mkdtempSync(join(tmpdir(), "harbour-"));
    const files = [...readme.matchAll(/`(\w+\.yaml)`[^`]*?:\n\n```yaml\n([\s\S]*?)```/g)];
    for (const [, name, text] of files) writeFileSync(join(folder, name!), text!);
    const { study, warnings } = await loadCase(folder);
    rmSync(folder, { recursive: true });
    expect(files.map(([, name]) => name)).toEqual([
      "case.yaml",
      "sources.yaml",
      "actors.yaml",
      "factors.yaml",
      "events.yaml",
    ]);
    expect(warnings).toEqual([]);
    const { index } = balanceAt(study, { asOf: dayOf("2031-02-05") });
    expect(index!.x).toBeCloseTo(0.1 - 0.5 * 0.8 * ((1 + 2 ** (-1 / 90) + 2 ** (-2 / 90)) / 3), 12);
  });

  it("lists every bundled case", async () => {
    for (const { id } of await caseFolders(bundledCases)) expect(readme).toContain(`(${id}/README.md)`);
  });
});
