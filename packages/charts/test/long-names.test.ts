import { describe, expect, it } from "vitest";
import {
  ActorNetwork,
  Beam,
  Contributions,
  EventTimeline,
  FactorLevels,
  IndexOverTime,
  SeatBar,
  TitleBeam,
} from "../src/index.ts";
import { day, pointsOf } from "./days.ts";
import { markup } from "./shown.ts";

const long = (word: string) => Array.from({ length: 24 }, (_, i) => `${word}${i}`).join(" ");
const name = { en: long("name"), ar: long("اسم") };
const sides = { positive: long("positive"), negative: long("negative") };
const [start, end] = [day("06-26"), day("06-30")];
const level = { factor: "a", name, stateName: long("state"), level: 0.1, band90: [-0.1, 0.3] as const, cuts: [] };

const drawings: Record<string, string> = {
  ActorNetwork: markup(ActorNetwork, { actors: [{ id: "a", name, side: "positive" }], ties: [] }),
  Beam: markup(Beam, { index: 1, band90: [-1, 3], positiveName: name, negativeName: name }),
  Contributions: markup(Contributions, {
    start: { label: long("start"), x: 0 },
    parts: [{ id: "a", label: long("part"), x: 0.2 }],
    end: { label: long("end"), x: 0.2 },
  }),
  EventTimeline: markup(EventTimeline, {
    from: start - 9,
    to: end,
    events: [{ id: "a", label: long("event"), start, end, side: 1 }],
  }),
  FactorLevels: markup(FactorLevels, { rows: [level], favours: sides }),
  IndexOverTime: markup(IndexOverTime, {
    points: pointsOf(159, () => -0.2),
    marks: [{ id: "a", label: long("mark"), start, end, points: 4 }],
    sides,
  }),
  SeatBar: markup(SeatBar, { lists: [{ id: "a", name, seats: 9, stance: "for" }], quota: 5, members: 9 }),
  TitleBeam: markup(TitleBeam, { index: 1, positiveName: name, negativeName: name }),
};

describe("a name too long for its drawing", () => {
  it.each(Object.entries(drawings))("is whole in a tooltip where %s cuts it", (_, html) => {
    const tooltips = [...html.matchAll(/<title>(.*?)<\/title>|\btitle="([^"]*)"/gs)].map(([, a, b]) => a ?? b!);
    const drawn = html.replace(/<title>.*?<\/title>/gs, "").replace(/<[^>]*>/g, "\n");
    const cut = [...drawn.matchAll(/([^\n]*)…/g)].map(([, words]) => words!.trim());
    for (const words of cut) expect(tooltips.filter((tooltip) => tooltip.includes(words))).not.toEqual([]);
    // Where the style of the page cuts a name, it is whole in the markup and in a tooltip.
    expect(cut.length + tooltips.filter((tooltip) => drawn.includes(tooltip)).length).toBeGreaterThan(0);
  });
});
