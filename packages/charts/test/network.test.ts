import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ActorNetwork,
  actorNetworkSummary,
  actorNetworkTable,
  type NetworkActor,
  type NetworkTie,
} from "../src/index.ts";
import { groupedActors } from "../src/actor-groups.ts";
import { actorLabels } from "../src/actor-labels.ts";
import { actorPlaces } from "../src/actor-places.ts";
import { overlap } from "../src/label-places.ts";
import { tieDrawings } from "../src/tie-path.ts";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { findChromium } from "@mizan/chromium";
import { chromium } from "playwright-core";
import { count, markup, shown } from "./shown.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const actors: NetworkActor[] = [
  { id: "pm", name: { en: "Khadimi", ar: "الكاظمي" }, side: "positive", at: [10, 50] },
  { id: "pmu", name: { en: "PMU" }, side: "neither", at: [50, 50] },
  { id: "kh", name: { en: "Kata’ib Hezbollah" }, side: "negative", at: [90, 50] },
];
const ties: NetworkTie[] = [
  { id: "a", kind: "membership", from: "kh", to: "pmu", label: "KH is a brigade of the PMU" },
  { id: "b", kind: "opposition", from: "pm", to: "kh", label: "The raid", trend: "strengthening" },
  { id: "c", kind: "command", from: "pm", to: "pmu", label: "By law", trend: "weakening" },
];
const frame = { width: 900, height: 500, margin: { x: 24, y: 30 } };
const many = (n: number): NetworkActor[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `a${i}`,
    name: { en: `Actor ${i}` },
    side: (["positive", "negative", "neither"] as const)[i % 3]!,
  }));

describe("ActorNetwork", () => {
  it("shows every actor by name and shape, and every tie by its line and end", () => {
    const html = markup(ActorNetwork, { actors, ties });
    expect(shown(ActorNetwork, { actors, ties })).toContain("الكاظمي");
    expect(html).toMatch(/<text[^>]*lang="ar"[^>]*direction="rtl"/);
    expect(["pos halo", "neg halo", "mid halo"].every((side) => count(html, new RegExp(`class="${side}"`)) === 1)).toBe(
      true,
    );
    expect(count(html, /class="tie (membership|opposition|command)/)).toBe(3);
    expect(count(html, /class="bar"/)).toBe(1);
    expect(count(html, /class="arrow"/)).toBe(1);
  });

  it("rings the chosen actor and pales the ties that are not its own", () => {
    const html = markup(ActorNetwork, { actors, ties, chosen: "pm" });
    expect(count(html, /class="ring"/)).toBe(1);
    expect(count(html, /class="tie [a-z ]*far"/)).toBe(1);
  });

  it("can be scrolled and focused on a phone", () => {
    expect(markup(ActorNetwork, { actors, ties, size: "phone" })).toMatch(
      /role="group" aria-label="[^"]+" tabindex="0"/,
    );
  });

  it("says why it is empty", () => {
    expect(shown(ActorNetwork, { actors: [], ties: [] })).toContain("Add actors");
  });

  it("has the same ties as its table and sentence", () => {
    expect(actorNetworkTable(actors, ties).rows[0]).toEqual([
      "Kata’ib Hezbollah",
      "is part of",
      "PMU",
      "",
      "KH is a brigade of the PMU",
    ]);
    expect(actorNetworkSummary(actors, ties)).toBe(
      "3 actors, 1 on the positive side, 1 on the negative and 1 on neither, with 3 ties.",
    );
  });
});

it("names a linked actor by the words it shows, also where they are wrapped, and in full where it has no room", async () => {
  const linked: NetworkActor[] = [
    {
      id: "wrapped",
      name: { en: "Pro-Khamenei factions of the PMU", ar: "فصائل" },
      side: "negative",
      at: [50, 50],
      href: "#wrapped",
    },
    { id: "bare", name: { en: "m".repeat(600) }, side: "positive", at: [50, 90], href: "#bare" },
  ];
  const { tidy, ...options } = await findChromium();
  const browser = await chromium.launch(options);
  const page = await browser.newPage();
  const drawn = markup(ActorNetwork, { actors: linked, ties: [], chosen: "wrapped", width: 200, height: 400 });
  expect(count(drawn, /<text[^>]*class="row-label/)).toBe(2);
  await page.setContent(`<!doctype html><html lang="en"><title>Network</title><main>${drawn}</main></html>`);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await tool.run({ runOnly: ["label-content-name-mismatch", "link-name"] });
    return violations.map(({ id }) => id);
  });
  const names = await page.locator("svg").ariaSnapshot();
  await browser.close();
  tidy();
  expect(found).toEqual([]);
  expect(names).toContain('link "Pro-Khamenei factions of the PMU');
  expect(names).toContain('link "mmm');
}, 60_000);

describe("actorPlaces", () => {
  it("keeps saved places", () => {
    expect(actorPlaces(actors, ties, frame).get("pmu")).toEqual({ x: 450, y: 250 });
  });

  it("settles the others the same way every time, the positive side left of the negative", () => {
    const [first, again] = [actorPlaces(many(24), [], frame), actorPlaces(many(24), [], frame)];
    expect([...first]).toEqual([...again]);
    const mean = (side: string) => {
      const own = many(24)
        .filter((actor) => actor.side === side)
        .map(({ id }) => first.get(id)!.x);
      return own.reduce((sum, x) => sum + x, 0) / own.length;
    };
    expect(mean("positive")).toBeLessThan(mean("neither"));
    expect(mean("neither")).toBeLessThan(mean("negative"));
  });
});

describe("actorLabels", () => {
  it("never touch each other, a mark, or the edge", () => {
    const place = fc.tuple(fc.nat(100), fc.nat(100));
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { maxLength: 30, selector: ([x, y]) => `${Math.round(x / 4)} ${Math.round(y / 8)}` }),
        (at) => {
          const own = at.map((saved, i) => ({
            id: `${i}`,
            name: { en: `Actor number ${i}`, ar: "الحشد الشعبي" },
            side: "neither" as const,
            at: saved,
          }));
          const places = actorPlaces(own, [], frame);
          const labels = actorLabels(own, places, tieDrawings([], places, 8), {
            ...frame,
            radius: 8,
            fontSize: 14,
            otherSize: 12,
            language: "en",
          });
          const boxes = [...labels.values()].map(({ box }) => box);
          boxes.forEach((box, i) => {
            expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 900 && box.y + box.height <= 500).toBe(true);
            for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(0);
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("groupedActors", () => {
  it("leaves forty actors as they are", () => {
    expect(groupedActors(many(40), []).grouped).toBe(false);
  });

  it("draws those that are part of one body together, and ties between bodies once", () => {
    const members: NetworkTie[] = many(60)
      .slice(3)
      .map(({ id }, i) => ({ id: `t${i}`, kind: "membership", from: id, to: `a${i % 3}`, label: id }));
    const across: NetworkTie[] = [
      { id: "x", kind: "opposition", from: "a3", to: "a4", label: "one" },
      { id: "y", kind: "opposition", from: "a6", to: "a7", label: "two" },
    ];
    const grouped = groupedActors(many(60), [...members, ...across]);
    expect(grouped.actors.map(({ name }) => name.en)).toEqual([
      "Actor 0 and 19 more",
      "Actor 1 and 19 more",
      "Actor 2 and 19 more",
    ]);
    expect(grouped.ties).toHaveLength(1);
    expect(grouped.ties[0]!.label).toBe("one; two");
  });

  it("draws what is part of nothing by its side where there are still too many", () => {
    expect(
      groupedActors(many(60), [])
        .actors.map(({ side }) => side)
        .toSorted(),
    ).toEqual(["negative", "neither", "positive"]);
  });
});
