import type { Grade } from "../../grade.ts";

const ladders = ["ABCDE", "12345"] as const;
/** F and 6, "cannot be judged", stand between the third place and the fourth. */
const unjudged = 2.5;

/**
 * How many places a grade can be moved, 0 to 4: down, where every letter is at its worst, and up, where each is at its
 * best. F and 6 stand between the third place and the fourth. METHODS §1, §9.
 */
export function gradeRange(grade: Grade): { down: number; up: number } {
  const places = placesOf(grade);
  return {
    down: Math.max(...places.map((place, axis) => ladders[axis]!.length - 1 - Math.floor(place))),
    up: Math.max(...places.map(Math.ceil)),
  };
}

/**
 * A grade whose reliability and credibility are both moved some places up (better) or, below 0, down, each to its end at
 * most. METHODS §9.
 */
export function gradeMoved(grade: Grade, places: number): Grade {
  const moved = placesOf(grade).map((place, axis) => {
    if (places === 0) return grade[axis]!;
    const to = places > 0 ? Math.ceil(place) - places : Math.floor(place) - places;
    const ladder = ladders[axis]!;
    return ladder[Math.min(ladder.length - 1, Math.max(0, to))]!;
  });
  return moved.join("") as Grade;
}

function placesOf(grade: Grade): number[] {
  return ladders.map((ladder, axis) => {
    const place = ladder.indexOf(grade[axis]!);
    return place < 0 ? unjudged : place;
  });
}
