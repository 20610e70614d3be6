import type { LanguageMap } from "@mizan/model";
import { sidePath } from "./mark-path.ts";
import type { Pole } from "./side-class.ts";
import { tenth } from "./tenth.ts";

/** A state as a path draws and names it. */
export interface PathState {
  name: string;
  /** The pole it stands at. */
  side: Pole;
}

/** A factor with the states it can be in. */
export interface FactorStates {
  id: string;
  name: LanguageMap;
  /** From the negative pole to the positive. */
  states: readonly PathState[];
}

/** How a factor goes through its states, step by step. */
export interface StateWay {
  /** The state at each step, counted from 0 at the negative pole; the first is now. */
  steps: readonly number[];
  /** Its state is set at the first step and held. */
  held?: boolean;
  /** It comes to rest in the last. */
  settles?: boolean;
}

/** One state on the way. */
export interface PathMark {
  step: number;
  side: Pole;
  kind: "start" | "step" | "end";
  path: string;
}

export interface PathDrawing {
  rungs: readonly number[];
  way: string;
  marks: readonly PathMark[];
  /** Around the state that is held. */
  bracket: string | undefined;
}

const radii = { start: 4.5, step: 3, end: 4.8 } as const;
const air = 7;
/** Below this many units between two steps, those in between are not marked. */
const closest = 9;

/** A way through states, laid out over as many steps as the longest beside it. */
export function pathDrawing(
  { steps, held = false, settles = true }: StateWay,
  states: readonly PathState[],
  { width, height, longest }: { width: number; height: number; longest: number },
): PathDrawing {
  const reach = width - 2 * air;
  const stride = reach / Math.max(1, longest);
  const x = (step: number) => tenth(air + step * stride);
  const y = (state: number) => tenth(height - air - (state * (height - 2 * air)) / Math.max(1, states.length - 1));
  const last = steps.length - 1;
  const shown = steps
    .map((state, step) => ({ state, step }))
    .filter(({ step }) => step === 0 || step === last || stride >= closest);
  const set = held ? steps[1] : undefined;
  return {
    rungs: states.map((_, state) => y(state)),
    way: steps.map((state, step) => `${step === 0 ? "M" : "L"}${x(step)} ${y(state)}`).join(""),
    marks: shown.map(({ state, step }) => {
      const side = states[state]!.side;
      const kind = step === 0 ? "start" : step === last && settles ? "end" : "step";
      return { step, side, kind, path: markPath(side, x(step), y(state), radii[kind]) };
    }),
    bracket: set === undefined ? undefined : bracketAround(x(1), y(set)),
  };
}

/** A pole's shape, or a circle between the poles, where a diamond would say "neither side". */
function markPath(side: Pole, x: number, y: number, radius: number): string {
  return sidePath(side === 0 ? -1 : side, x, y, radius);
}

function bracketAround(x: number, y: number): string {
  const side = (to: -1 | 1) => `M${tenth(x + 5 * to)} ${tenth(y - 6.5)}h${3 * to}v13h${-3 * to}`;
  return side(-1) + side(1);
}

/** A way in words: "Contested, Contested, then Factions prevail". */
export function wayText({ steps, held = false, settles = true }: StateWay, states: readonly PathState[]): string {
  const named = steps.map((state) => states[state]!.name);
  const [first] = named;
  const end = named.at(-1);
  const hold = held ? ", held there" : "";
  if (!settles) return `from ${first}, never at rest`;
  return first === end && new Set(named).size === 1 ? `stays ${first}${hold}` : `from ${first} to ${end}${hold}`;
}
