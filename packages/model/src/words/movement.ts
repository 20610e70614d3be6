import type { Balance } from "../analysis/balance.ts";
import { change, type ChangePart } from "../analysis/change.ts";
import type { IndexPoint } from "../analysis/series.ts";
import { openingDay } from "../analysis/shift.ts";
import { trendDays, type Claim } from "./claim.ts";

/** How the index got from one day to another, told as a waterfall of X: start, parts, what faded, what is gathered, end. They add up. */
export interface Movement {
  start: IndexPoint;
  end: IndexPoint;
  /** True where the change of X is larger than its own 90 % band. */
  clear: boolean;
  /** New records that move X enough to be drawn, largest first. */
  parts: readonly ChangePart[];
  /** The other new records together. */
  rest: { count: number; x: number };
  /** Older evidence that faded, in X. */
  faded: number;
  /** What evidence did that is gathered and not told apart, in X. */
  gathered: number;
  /** Of the parts, those that pull the way X went: what most of the change came from. */
  leading: readonly ChangePart[];
}

const mostParts = 8;
/** Below this, in X, a bar is too small to see. */
const smallestPart = 0.005;

/**
 * What moved the index since the claim's trend began, or over the last days where it has none. Undefined without an
 * index, and on the first day of a series.
 */
export function movementOf(
  balance: Balance,
  series: readonly IndexPoint[],
  claim: Claim | undefined,
): Movement | undefined {
  const { study, weights } = balance;
  const end = series.at(-1);
  if (!end || !weights) return undefined;
  const since = claim?.trend?.from ?? Math.max(openingDay(study), end.day - trendDays);
  const start = series.find(({ day }) => day === since);
  if (!start || since >= end.day) return undefined;
  const moved = change(balance, weights, since, end.day);
  const sum = (parts: readonly ChangePart[]) => parts.reduce((total, { x }) => total + x, 0);
  const fresh = moved.parts.filter((part) => part.fresh);
  const visible = fresh.filter(({ x }) => Math.abs(x) >= smallestPart);
  const parts = visible.slice(0, visible.length > mostParts ? mostParts - 1 : mostParts);
  const rest = fresh.filter((part) => !parts.includes(part));
  return {
    start,
    end,
    clear: Math.abs(moved.x) > moved.margin90,
    parts,
    rest: { count: rest.length, x: sum(rest) },
    faded: sum(moved.parts.filter((part) => !part.fresh)),
    gathered: moved.gathered,
    leading: parts.filter(({ x }) => x * moved.x > 0),
  };
}
