import { checkSeed } from "../random.ts";
import { finish, type Task } from "../task.ts";
import { configurationCount } from "./balance.ts";
import { enumeratedBasins } from "./enumerated-basin.ts";
import { sampledBasins } from "./sampled-basin.ts";
import { checkRule, type SuccessionRule } from "./succession.ts";
import type { Configuration, CrossImpactSystem } from "./system.ts";

/** Where configurations end, and how many do. */
export interface Basin {
  /** One configuration at rest, or the turn of a cycle from its lexicographically first. */
  states: readonly Configuration[];
  /** Starts that end here, 1 to 2^53 − 1: configurations where the count is exact, else draws. */
  size: number;
  /** Of all starts, 0 to 1. */
  share: number;
  /** Standard error of the share, √(p(1 − p)/draws); 0 where the count is exact. */
  standardError: number;
}

/** The basins of a system, in the lexicographic order of their first configurations. */
export interface Basins {
  basins: readonly Basin[];
  /** Starts followed: every configuration, or those drawn. */
  starts: number;
  /** Whether every configuration was followed; where not, basins without a draw are missing. */
  exact: boolean;
  /** Set where there were more basins than are listed: those met first are, with sizes and shares of all starts. */
  cut?: "basins";
}

/** The basins that were listed, in order, and whether there were more. */
export interface FoundBasins {
  basins: Basin[];
  cut: boolean;
}

export interface BasinOptions extends SuccessionRule {
  /** Up to how many configurations all are followed, at most 2^31; beyond, starts are drawn. */
  mostExact?: number;
  /** Starts drawn beyond that bound. */
  draws?: number;
  /** Seeds the draws, a whole number from 0 to 2^32 − 1: the same seed draws the same starts. */
  seed?: number;
  /** The most basins that are listed, from 1 up; default 100,000. */
  mostBasins?: number;
}

/** Configurations that are followed one and all unless told otherwise: 512 MB of counters. */
export const mostExactDefault = 2 ** 27;
const mostExactEver = 2 ** 31;
/** Basins listed unless told otherwise: more than anyone reads, in less than 100 MB. */
export const mostBasinsDefault = 100_000;

/** Basins in one go, as {@link basinTask} gives them, with its errors: Weimer-Jehle (2006). */
export function basinsOf(system: CrossImpactSystem, options: BasinOptions = {}): Basins {
  return finish(basinTask(system, options));
}

/**
 * The basin of every fixed point and cycle of succession. Up to `mostExact` configurations (default 2^27 = 134,217,728)
 * all are followed and counted exactly, in 4 bytes for each and 12 more for each that is a successor of any. Beyond,
 * `draws` starts (default 100,000) are drawn evenly with the seed (default 1), and shares carry their standard error.
 * Forced factors hold their state in every start. Where there are more than `mostBasins` (default 100,000) ends, those met
 * first are listed and `cut` says so. Progress counts starts. Throws RangeError for a forced state that does not exist, an
 * inertia below 0, a bound that is no count, or a seed that is none. Weimer-Jehle (2006).
 */
export function* basinTask(system: CrossImpactSystem, options: BasinOptions = {}): Task<Basins> {
  const { forced, mostExact = mostExactDefault, draws = 100_000, seed = 1, mostBasins = mostBasinsDefault } = options;
  checkRule(system, options);
  checkCount("mostExact", mostExact, 0, mostExactEver);
  checkCount("draws", draws, 1, Number.MAX_SAFE_INTEGER);
  checkCount("mostBasins", mostBasins, 1, Number.MAX_SAFE_INTEGER);
  checkSeed(seed);
  const starts = configurationCount(system, forced);
  const exact = starts <= BigInt(mostExact);
  const found = exact
    ? yield* enumeratedBasins(system, options, mostBasins)
    : yield* sampledBasins(system, draws, seed, options, mostBasins);
  const counted = { starts: exact ? Number(starts) : draws, exact };
  return found.cut ? { basins: found.basins, ...counted, cut: "basins" } : { basins: found.basins, ...counted };
}

function checkCount(name: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(`${name}: expected a whole number from ${least} to ${most}: ${String(value)}`);
}
