import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "./house.ts";

const cases = mkdtempSync(join(tmpdir(), "mizan-cases-"));
let site = "";
let child: ChildProcess;

beforeAll(async () => {
  const folder = join(cases, "quiet");
  mkdirSync(folder);
  const files = {
    case: "id: quiet\ntitle: { en: Quiet }\nquestion: { en: Until when? }\nsummary: Nothing happens.\nperiod: 2021-03-01/..\nmarking: TLP:CLEAR\n",
    indicators:
      "- { id: calm, name: { en: Calm }, meaning: so, rule: { kind: absence, of: { kinds: [assault] }, forDays: 9 }, basis: author }\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text);
  const calendar = { title: "Quiet", from: "2021-03-08", to: "2021-03-12", started: Date.now() + 4000, speed: 1 };
  ({ site, child } = await startServer({ MIZAN_CASES: cases, MIZAN_REPLAY: JSON.stringify(calendar) }));
});
afterAll(() => {
  child.kill("SIGTERM");
  rmSync(cases, { recursive: true });
});

describe("a day that passes", () => {
  it("raises an alert by itself where an indicator changes its status, once", async () => {
    const alerts = async () => (await (await fetch(`${site}/api/cases/quiet/records/alerts`)).json()) as object;
    await expect.poll(alerts, { timeout: 15_000 }).toMatchObject({
      records: [{ record: { id: "calm-1", asOf: "2021-03-10", before: "counting", after: "fired", events: [] } }],
    });
    const { asOf } = (await (await fetch(`${site}/api/cases/quiet/index`)).json()) as { asOf: string };
    expect(asOf >= "2021-03-10").toBe(true);
  });
});
