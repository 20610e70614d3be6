import { describe, expect, it } from "vitest";
import { IndexMove, StatusLane } from "../src/index.ts";
import { day } from "./days.ts";
import { markup } from "./shown.ts";

const boxes = (html: string) =>
  [...html.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/g)].map(
    ([, state, x, width, height]) => ({ state, x: Number(x), width: Number(width), height: Number(height) }),
  );

describe("the lane of an indicator", () => {
  it("covers every day from the first to the last without gap, thicker the nearer it is to firing", () => {
    const history = [
      { day: day("02-01"), state: "quiet" as const },
      { day: day("02-11"), state: "counting" as const },
      { day: day("02-16"), state: "fired" as const },
    ];
    const html = markup(StatusLane, { from: day("02-01"), to: day("02-20"), history, summary: "Raids", width: 200 });
    const drawn = boxes(html);
    expect(drawn.map(({ state, x, width }) => [state, x, width])).toEqual([
      ["quiet", 0, 100],
      ["counting", 100, 50],
      ["fired", 150, 50],
    ]);
    expect(drawn[0]!.height).toBeLessThan(drawn[1]!.height);
    expect(drawn[1]!.height).toBeLessThan(drawn[2]!.height);
    expect(html).toContain('aria-label="Raids"');
  });
});

describe("an index as it stands and as it would", () => {
  it("is hollow now and full then, each in its side's shape", () => {
    const html = markup(IndexMove, { from: -50, to: 50, width: 212 });
    expect(html).toMatch(/class="neg hollow"/);
    expect(html).toMatch(/class="pos halo"/);
    expect(html).toContain("M56 10H156");
  });
});
