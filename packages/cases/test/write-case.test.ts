import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { bundledCases, loadCase, writeCase } from "../src/index.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-written-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe("a case that is written", () => {
  it.each(["khadimi-kh-2020", "somewhereland"])("is read back the same: %s", async (id) => {
    const { study } = await loadCase(join(bundledCases, id));
    const folder = join(scratch, id);
    await writeCase(study, folder);
    expect((await loadCase(folder)).study).toEqual(study);
  });

  it("is read back the same whatever its texts are", async () => {
    const { study } = await loadCase(join(bundledCases, "somewhereland"));
    const odd = fc.constantFrom(
      "yes",
      "2020-01-01",
      "12",
      "0x1F",
      "~",
      "null",
      "a: b",
      "- a",
      "# a",
      "'",
      '"',
      "{a}",
      "&a *b",
      "صياغة",
      "a\n\nb",
      "  ",
      "%",
      "@",
      "`",
      "|",
      ">",
      "a #b",
      "1e3",
      "true",
    );
    const text = fc.oneof(
      odd,
      fc.string({ unit: "grapheme" }),
      fc.array(odd, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(" ")),
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(text, text, async (note, title) => {
        const clean = (raw: string) => raw.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "").trim() || "x";
        const given = { ...study, case: { ...study.case, summary: clean(note), title: { en: clean(title) } } };
        const folder = join(scratch, `odd-${count++}`);
        await writeCase(given, folder);
        expect((await loadCase(folder)).study.case).toEqual(given.case);
      }),
      { numRuns: 60 },
    );
  });

  it("is not written over anything", async () => {
    const { study } = await loadCase(join(bundledCases, "somewhereland"));
    writeFileSync(join(scratch, "a-file"), "");
    await expect(writeCase(study, scratch)).rejects.toThrow("expected an empty folder, or none");
  });
});
