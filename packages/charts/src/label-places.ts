/** A rectangle of a drawing, in its units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One place a label could stand: its box, the leader that ties it to its mark, and how little it is liked. */
export interface Place {
  box: Box;
  leader?: Box;
  cost: number;
}

export interface LabelToPlace<Candidate extends Place> {
  id: string;
  candidates: readonly Candidate[];
}

export interface Room {
  bounds: Box;
  /** What neither a label nor its leader may cover, such as other text. */
  blocked: readonly Box[];
  /** What no label may cover, but leaders may cross, such as the line they point at. */
  marks?: readonly Box[];
  /** What a label should rather not cover, such as a line or a band, and what each pixel covered costs. */
  avoided?: readonly { box: Box; cost: number }[];
}

/**
 * Where labels stand so that none touches another, its leader, or what is blocked, and all stay inside. Greedy in the
 * order given, the cheapest free place first; a label without a free place is left out, and at most `most` are placed. Deterministic.
 */
export function labelPlaces<Candidate extends Place>(
  labels: readonly LabelToPlace<Candidate>[],
  { bounds, blocked, marks = [], avoided = [] }: Room,
  most = Infinity,
): Map<string, Candidate> {
  const taken = [...blocked];
  const leaders: Box[] = [];
  const places = new Map<string, Candidate>();
  for (const { id, candidates } of labels) {
    if (places.size >= most) break;
    const free = candidates.filter(
      ({ box, leader }) =>
        isInside(box, bounds) &&
        ![...taken, ...leaders, ...marks].some((other) => overlap(box, other) > 0) &&
        !(leader && taken.some((other) => overlap(leader, other) > 0)),
    );
    const best = free
      .map((place) => ({ place, cost: placeCost(place, avoided) }))
      .reduce<{ place: Candidate; cost: number } | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);
    if (!best) continue;
    places.set(id, best.place);
    taken.push(best.place.box);
    if (best.place.leader) leaders.push(best.place.leader);
  }
  return places;
}

/** How little a place is liked, with what it covers. */
export function placeCost({ box, cost }: Place, avoided: NonNullable<Room["avoided"]>): number {
  return avoided.reduce((sum, other) => sum + other.cost * overlap(box, other.box), cost);
}

/** The area two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}
