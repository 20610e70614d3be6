import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelPlaces, overlap, type Box } from "../src/label-places.ts";
import { packedRows } from "../src/packed-rows.ts";

const bounds = { x: 0, y: 0, width: 300, height: 200 };
const box = (most: number) =>
  fc.record({
    x: fc.nat(300),
    y: fc.nat(200),
    width: fc.integer({ min: 1, max: most }),
    height: fc.integer({ min: 1, max: 30 }),
  });
const label = fc.array(fc.record({ box: box(120), cost: fc.nat(20) }), { maxLength: 8 });
const inside = (inner: Box) =>
  inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= 300 && inner.y + inner.height <= 200;

describe("labelPlaces", () => {
  it("lets no label touch another or what is blocked, or leave the drawing", () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 10 }), fc.array(box(60), { maxLength: 5 }), (labels, blocked) => {
        const places = labelPlaces(
          labels.map((candidates, i) => ({ id: `${i}`, candidates })),
          { bounds, blocked },
        );
        const boxes = [...places.values()].map((place) => place.box);
        boxes.forEach((one, i) => {
          expect(inside(one)).toBe(true);
          [...boxes.slice(i + 1), ...blocked].forEach((other) => expect(overlap(one, other)).toBe(0));
        });
      }),
    );
  });

  it("takes the cheapest free place", () => {
    const at = (x: number, cost: number) => ({ box: { x, y: 0, width: 10, height: 10 }, cost });
    const places = labelPlaces([{ id: "a", candidates: [at(0, 3), at(40, 1), at(80, 2)] }], {
      bounds,
      blocked: [{ x: 40, y: 0, width: 5, height: 5 }],
    });
    expect(places.get("a")?.box.x).toBe(80);
  });

  it("places no more than it is told to", () => {
    const at = (x: number) => [{ box: { x, y: 0, width: 10, height: 10 }, cost: 0 }];
    expect(
      labelPlaces(
        [0, 20, 40].map((x) => ({ id: `${x}`, candidates: at(x) })),
        { bounds, blocked: [] },
        2,
      ).size,
    ).toBe(2);
  });
});

describe("packedRows", () => {
  it("keeps stretches of one row apart", () => {
    const stretch = fc.tuple(fc.nat(500), fc.nat(100)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), (stretches) => {
        const rows = packedRows(stretches, 4);
        stretches.forEach((a, i) =>
          stretches.slice(i + 1).forEach((b, j) => {
            if (rows[i] === rows[i + 1 + j]) expect(a.to + 4 <= b.from || b.to + 4 <= a.from).toBe(true);
          }),
        );
      }),
    );
  });
});
