import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventTimeline, eventTimelineSummary, eventTimelineTable, type TimelineEvent } from "../src/index.ts";
import { timeline } from "../src/event-timeline.ts";
import { overlap } from "../src/label-places.ts";
import { textWidth } from "../src/text-width.ts";
import { day } from "./days.ts";
import { count, markup, shown } from "./shown.ts";

const [from, to] = [day("06-01"), day("08-01")];
const events: TimelineEvent[] = [
  { id: "raid", label: "CTS raid", start: day("06-26"), end: day("06-26"), side: 1 },
  { id: "freed", label: "13 freed", start: day("06-27"), end: day("06-30"), side: -1, href: "#freed" },
  { id: "vote", label: "Vote", start: day("07-20"), end: day("07-31"), side: -1, expected: true },
  { id: "early", label: "Long before", start: day("01-01"), end: day("01-02"), side: 1 },
];

describe("EventTimeline", () => {
  it("shows the events of its days with their marks and whiskers", () => {
    const html = markup(EventTimeline, { from, to, events });
    expect(count(html, /<path class="(pos|neg)( hollow)?"/)).toBe(3);
    expect(count(html, /class="span"/)).toBe(2);
    expect(html).not.toContain("Long before");
    expect(html).toMatch(/<svg[^>]*role="group"/);
  });

  it("draws what is only expected hollow", () => {
    expect(count(markup(EventTimeline, { from, to, events }), /hollow/)).toBe(1);
  });

  it("lets no two names touch", () => {
    const event = fc.record({
      label: fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){0,4}$/),
      start: fc.nat(61),
      length: fc.nat(30),
    });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 25 }),
        fc.constantFrom("monitor" as const, "slide" as const, "phone" as const),
        (list, size) => {
          const own = list.map(({ label, start, length }, i) => ({
            id: `${i}`,
            label,
            start: from + start,
            end: from + start + length,
            side: 1 as const,
          }));
          const { placed, width } = timeline(from, to, own, { size });
          const font = size === "slide" ? 20 : 12;
          const boxes = placed.map(({ label: { x, y, anchor, text } }) => {
            const long = textWidth(text, font);
            return { x: anchor === "start" ? x : x - long, y: y - font / 2, width: long, height: font };
          });
          boxes.forEach((box, i) => {
            expect(box.x).toBeGreaterThanOrEqual(-0.5);
            expect(box.x + box.width).toBeLessThanOrEqual(width + 0.5);
            for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(0);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has the same events as its table and sentence", () => {
    expect(eventTimelineTable(from, to, events, { positive: "state", negative: "militias" }).rows).toEqual([
      ["26 Jun", "CTS raid", "state"],
      ["27–30 Jun", "13 freed", "militias"],
      ["20–31 Jul", "Vote (expected)", "militias"],
    ]);
    expect(eventTimelineSummary(from, to, events)).toBe("1 Jun to 1 Aug: 2 events, 1 more expected.");
  });

  it("says why it is empty", () => {
    expect(shown(EventTimeline, { from, to, events: [] })).toBe(
      "No event of the case falls in this period, 1 Jun to 1 Aug. Log one, and it appears here.",
    );
  });
});
