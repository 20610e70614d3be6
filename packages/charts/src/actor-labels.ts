import { inLanguage } from "@mizan/model";
import type { Point } from "./actor-places.ts";
import { labelPlaces, type Box, type Place } from "./label-places.ts";
import type { NetworkActor } from "./network.ts";
import { otherName, type OtherName } from "./other-name.ts";
import { tenth } from "./tenth.ts";
import { textWidth, textWithin, wrappedText } from "./text-width.ts";
import type { TieDrawing } from "./tie-path.ts";

/** An actor's name beside its mark: lines in the reader's language, then the other name. */
export interface ActorLabel {
  x: number;
  anchor: "start" | "middle" | "end";
  lines: { text: string; y: number }[];
  other: (CutName & { y: number }) | undefined;
  box: Box;
}

/** The other name as drawn, with the whole of it. */
interface CutName extends OtherName {
  whole: string;
}

interface LabelPlace extends Place {
  label: ActorLabel;
}

interface Frame {
  width: number;
  height: number;
  radius: number;
  fontSize: number;
  otherSize: number;
  language: string;
}

/** Names placed around their marks so that none touches another name or a mark, and ties are crossed as little as can be. */
export function actorLabels(
  actors: readonly NetworkActor[],
  places: ReadonlyMap<string, Point>,
  ties: readonly TieDrawing[],
  frame: Frame,
): Map<string, ActorLabel> {
  const { width, height, radius } = frame;
  const around = ({ x, y }: Point, by: number): Box => ({ x: x - by, y: y - by, width: 2 * by, height: 2 * by });
  const crowd = (id: string) => {
    const own = places.get(id)!;
    return [...places.values()].filter((other) => Math.hypot(other.x - own.x, other.y - own.y) < 120).length;
  };
  const ranked = actors.toSorted((a, b) => crowd(b.id) - crowd(a.id) || (a.id < b.id ? -1 : 1));
  const placed = labelPlaces(
    ranked.map((actor) => ({ id: actor.id, candidates: candidatesOf(actor, places.get(actor.id)!, frame) })),
    {
      bounds: { x: 0, y: 0, width, height },
      blocked: [...places.values()].map((point) => around(point, radius + 2)),
      avoided: ties.flatMap(({ along }) => along.map((point) => ({ box: around(point, 4), cost: 0.12 }))),
    },
  );
  return new Map([...placed].map(([id, { label }]) => [id, label]));
}

/** How long a name may be on one line, in the size of its text, before it is cut. */
const longestName = 24;

function cutOther(other: OtherName | undefined, size: number): CutName | undefined {
  return other && { ...other, text: textWithin(other.text, longestName * size, size), whole: other.text };
}

function candidatesOf({ name }: NetworkActor, { x, y }: Point, frame: Frame): LabelPlace[] {
  const text = textWithin(inLanguage(name, frame.language), longestName * frame.fontSize, frame.fontSize, 600);
  const other = cutOther(otherName(name, frame.language), frame.otherSize);
  const wrapped = wrappedText(text, 0.6 * textWidth(text, frame.fontSize, 600), frame.fontSize, 600);
  const versions = [
    { lines: [text], other, cost: 0 },
    { lines: wrapped, other, cost: 6 },
    { lines: [text], other: undefined, cost: 40 },
    { lines: wrapped, other: undefined, cost: 46 },
  ];
  return versions.flatMap((version) => positions(version, { x, y }, frame));
}

function positions(
  version: { lines: string[]; other: CutName | undefined; cost: number },
  { x, y }: Point,
  frame: Frame,
): LabelPlace[] {
  const { fontSize, otherSize, radius } = frame;
  const lineHeight = 1.22 * fontSize;
  const otherHeight = version.other ? 1.45 * otherSize : 0;
  const height = version.lines.length * lineHeight + otherHeight;
  const width =
    Math.max(
      ...version.lines.map((line) => textWidth(line, fontSize, 600)),
      version.other ? textWidth(version.other.text, otherSize) : 0,
    ) + 4;
  const place = (anchor: ActorLabel["anchor"], at: number, top: number, cost: number): LabelPlace => {
    const left = anchor === "start" ? at - 2 : anchor === "end" ? at - width + 2 : at - width / 2;
    const box = { x: left, y: top, width, height };
    const lines = version.lines.map((text, i) => ({ text, y: tenth(top + i * lineHeight + 0.8 * lineHeight) }));
    const other = version.other && {
      ...version.other,
      y: tenth(top + version.lines.length * lineHeight + 0.72 * otherHeight),
    };
    return { box, cost: version.cost + cost, label: { x: at, anchor, lines, other, box } };
  };
  return [4, 12, 22].flatMap((gap, far) => [
    place("middle", x, y + radius + gap - 1, 12 * far),
    place("middle", x, y - radius - gap - height + 2, 12 * far + 3),
    place("start", x + radius + gap + 2, y - height / 2, 12 * far + 2),
    place("end", x - radius - gap - 2, y - height / 2, 12 * far + 2),
    place("start", x + radius, y + radius + gap - 4, 12 * far + 8),
    place("end", x - radius, y + radius + gap - 4, 12 * far + 8),
    place("start", x + radius, y - radius - gap - height + 6, 12 * far + 9),
    place("end", x - radius, y - radius - gap - height + 6, 12 * far + 9),
  ]);
}
