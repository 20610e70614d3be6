import type { ChildProcess } from "node:child_process";
import type { Entry } from "@mizan/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseId } from "./ask.ts";
import { startServer, stopServer } from "./house.ts";
import { open, ready } from "./visit.ts";
import { amend, logEvent } from "./write.ts";

const written = 120;
let site = "";
let child: ChildProcess;
let entries: Entry[];
let cameWith: number;

beforeAll(async () => {
  ({ site, child } = await startServer({}));
  cameWith = (await (await fetch(`${site}/api/cases/${caseId}`)).json()).ledger.sequence;
  for (let i = 0; i < written - 3; i++) await logEvent(site, `raid-${i}`);
  await amend(site, "events", "raid-7", { when: "2020-07-05", place: null, note: "The day was corrected." });
  await amend(site, "actors", "kataib-hezbollah", { role: "Another role." });
  const raid = `${site}/api/cases/${caseId}/records/events/raid-8`;
  const { headers } = await fetch(raid);
  await fetch(`${raid}?reason=${encodeURIComponent("It did not happen.")}`, {
    method: "DELETE",
    headers: { "if-match": headers.get("etag")! },
  });
  const address = `${site}/api/cases/${caseId}/history?limit=1000`;
  ({ entries } = (await (await fetch(address)).json()) as { entries: Entry[] });
});
afterAll(() => stopServer(child));

/** The newest page of what was written by then: alerts are raised a moment later. */
const newest = () => `before=${entries.at(-1)!.sequence + 1}`;
const read = async (path: string) => (await fetch(`${site}/${caseId}/history${path}`)).text();
const sequencesOf = (html: string) => [...html.matchAll(/id="entry-(\d+)"/g)].map(([, sequence]) => Number(sequence));
const next = (html: string) =>
  /<a[^>]*rel="next"[^>]*>/
    .exec(html)?.[0]
    .match(/href="([^"]*)"/)?.[1]
    ?.replaceAll("&amp;", "&");
const rowOf = (html: string, sequence: number) => html.split(`id="entry-${sequence}"`)[1]!.split("</tr>")[0]!;

/** Every entry that is reached from a page by its links to older ones, in the order met. */
async function followed(path: string): Promise<number[]> {
  const html = await read(path);
  const on = next(html);
  return [...sequencesOf(html), ...(on === undefined ? [] : await followed(new URL(on, site).search))];
}

describe("the history of a case", () => {
  it("leads back from the newest entry to the first without a gap, as the interface tells it", async () => {
    expect(entries.length).toBeGreaterThanOrEqual(cameWith + written);
    expect(await followed(`?all&${newest()}`)).toEqual(entries.map(({ sequence }) => sequence).toReversed());
  });

  it("says in a line what the case came with, and lists it only when asked", async () => {
    expect(await followed(`?${newest()}`)).toEqual(
      entries
        .slice(cameWith)
        .map(({ sequence }) => sequence)
        .toReversed(),
    );
    const last = await read(`?before=${cameWith + 2}`);
    expect(last).toContain(`The case came with ${cameWith} records.`);
    expect(await read("")).not.toContain("The case came with");
    expect(sequencesOf(await read(`?before=${cameWith + 2}&all`))).toHaveLength(50);
  });

  it("says of each entry who took what when, why, and the beginning of its hash", async () => {
    const html = await read(`?${newest()}`);
    for (const { sequence, author, hash, record } of entries.slice(-50)) {
      const row = rowOf(html, sequence);
      for (const said of [author, `title="${hash}"`, hash.slice(0, 8), record]) expect(row).toContain(said);
    }
  });

  it("says of an amendment what was changed, field by field", async () => {
    const amendment = entries.find(({ action, record }) => action === "amend" && record === "raid-7")!;
    const row = rowOf(await read("?record=raid-7"), amendment.sequence).replaceAll(/<!--.*?-->/g, "");
    expect(row).toMatch(/<dt[^>]*>when<\/dt>\s*<dd[^>]*><del[^>]*>2020-07-07<\/del>\s*<ins[^>]*>2020-07-05<\/ins>/);
    expect([...row.matchAll(/<dt[^>]*>(\w+)<\/dt>/g)].map(([, field]) => field)).toEqual(["when", "note"]);
  });

  it("says of a retraction what was taken out and why, and leads nowhere", async () => {
    const retraction = entries.find(({ action }) => action === "retract")!;
    const row = rowOf(await read("?record=raid-8"), retraction.sequence);
    expect(row).toContain("Taken out: kind assault, when 2020-07-07");
    expect(row).toContain("It did not happen.");
    expect(row).not.toContain("href=");
    expect(rowOf(await read("?record=raid-8"), retraction.sequence)).toContain("Rockets again: raid-8");
  });

  it("holds only a kind or a record where the address says so, whatever the case came with", async () => {
    const of = (kind: string, record?: string) =>
      entries.filter((entry) => entry.kind === kind && (record === undefined || entry.record === record));
    const sequences = (some: Entry[]) => some.map(({ sequence }) => sequence).toReversed();
    expect(await followed("?kind=actors&all")).toEqual(sequences(of("actors")));
    expect(await followed("?kind=events&all")).toEqual(sequences(of("events")));
    expect(await followed("?kind=actors")).toEqual(sequences(of("actors")).slice(0, 1));
    expect(await followed("?kind=actors&record=kataib-hezbollah")).toEqual(sequences(of("actors", "kataib-hezbollah")));
    expect(await read("?record=nobody")).toContain("No entry fits all of this.");
  });

  it("refuses what cannot be, all of it at once", async () => {
    const response = await fetch(`${site}/${caseId}/history?kind=event&before=yesterday`);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain("kind: expected a kind of record: event (did you mean events?)");
    expect(html).toContain("before: expected the number of an entry: yesterday");
  });

  it.each([
    ["events/raid-7", 2],
    ["actors/kataib-hezbollah", 2],
    ["factors/credibility", 1],
  ])("is linked from %s, and paged to and fro without scripts", async (path, count) => {
    const { page, close } = await open({ javaScriptEnabled: false, baseURL: site });
    await page.goto(`/${caseId}/${path}?asOf=2020-07-08`);
    await page.getByRole("link", { name: "What was written of it" }).click();
    expect(new URL(page.url()).searchParams.get("asOf")).toBe("2020-07-08");
    expect(await page.locator("tbody tr").count()).toBe(count);
    await page.getByRole("link", { name: "Clear" }).click();
    await page.getByRole("link", { name: "Older entries" }).click();
    await page.getByRole("link", { name: "Newer entries" }).click();
    expect(page.url()).toBe(`${site}/${caseId}/history?asOf=2020-07-08`);
    await close();
  });

  it("shows an entry as it is taken", async () => {
    const { page, wrong, close } = await open({ baseURL: site });
    await page.goto(`/${caseId}/history`);
    await ready(page);
    await page.getByText("· live").waitFor();
    await logEvent(site, "late-one");
    await page.getByRole("link", { name: "Rockets again: late-one" }).waitFor();
    expect(wrong).toEqual([]);
    await close();
  });
});
