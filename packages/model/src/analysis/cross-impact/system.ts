/** A cross-impact system: some factors, each with 2 to 9 states, and how each state bears on every state. */
export interface CrossImpactSystem {
  /** States of each factor. */
  sizes: readonly number[];
  /** Where each factor's states begin among all states, and the number of all states last. */
  offsets: readonly number[];
  /** Impacts, row by row: the influencing state times all states, plus the influenced state. */
  impacts: Float64Array;
}

/** One state, counted from 0, for every factor. */
export type Configuration = readonly number[];

/** Why a matrix is none: all reasons at once. */
export class MatrixError extends RangeError {
  override name = "MatrixError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Factors a system may have. */
export const mostFactors = 60;
/** States a factor may have; the fewest is 2. */
export const mostStates = 9;
const mostProblems = 50;

/**
 * A system from its sizes and its matrix (rows the influencing states, columns the influenced). Impacts are safe
 * integers, as are their sums; blocks of a factor on itself may hold values; 1 to 60 factors of 2 to 9 states. Throws
 * MatrixError with all that is wrong. Weimer-Jehle (2006).
 */
export function crossImpactSystem(sizes: readonly number[], matrix: readonly (readonly number[])[]): CrossImpactSystem {
  const problems = sizeProblems(sizes);
  if (problems.length > 0) throw new MatrixError(problems);
  const offsets = sizes.reduce<number[]>((starts, size) => [...starts, starts.at(-1)! + size], [0]);
  const states = offsets.at(-1)!;
  const found = matrixProblems(matrix, states);
  if (found.length > 0) throw new MatrixError(found);
  const impacts = new Float64Array(states * states);
  matrix.forEach((row, i) => impacts.set(row, i * states));
  const system = { sizes: [...sizes], offsets, impacts };
  if (largestSum(system) > Number.MAX_SAFE_INTEGER)
    throw new MatrixError(["matrix: impacts so large that their sums pass 2^53 and are not exact"]);
  return system;
}

/** Throws RangeError where a factor is to be held in a state it does not have. */
export function checkForced({ sizes }: CrossImpactSystem, forced: ReadonlyMap<number, number>): void {
  for (const [factor, state] of forced)
    if (!Number.isInteger(state) || state < 0 || state >= (sizes[factor] ?? 0))
      throw new RangeError(`no state ${state} of factor ${factor} to hold`);
}

/** Throws RangeError where a factor that is to be chosen does not exist. */
export function checkChosen({ sizes }: CrossImpactSystem, chosen: ReadonlySet<number>): void {
  for (const factor of chosen) if (sizes[factor] === undefined) throw new RangeError(`no factor ${factor} to choose`);
}

/** Throws RangeError where a configuration does not name one existing state for every factor. */
export function checkConfiguration({ sizes }: CrossImpactSystem, configuration: Configuration): void {
  let fits = configuration.length === sizes.length;
  for (let factor = 0; fits && factor < sizes.length; factor++) {
    const state = configuration[factor]!;
    fits = Number.isInteger(state) && state >= 0 && state < sizes[factor]!;
  }
  if (!fits) throw new RangeError(`expected a state of each of ${sizes.length} factors: ${configuration.join(" ")}`);
}

function sizeProblems(sizes: readonly number[]): string[] {
  if (!Array.isArray(sizes) || sizes.length === 0) return ["sizes: expected the number of states of each factor"];
  if (sizes.length > mostFactors) return [`sizes: expected at most ${mostFactors} factors: ${sizes.length}`];
  return Array.from<unknown>(sizes).flatMap((size, i) =>
    Number.isInteger(size) && (size as number) >= 2 && (size as number) <= mostStates
      ? []
      : [`sizes[${i}]: expected 2 to ${mostStates} states: ${String(size)}`],
  );
}

function matrixProblems(matrix: readonly (readonly number[])[], states: number): string[] {
  if (!Array.isArray(matrix) || matrix.length !== states)
    return [`matrix: expected ${states} rows, one a state: ${lengthOf(matrix)}`];
  const problems = Array.from<unknown>(matrix).flatMap((row, i) => {
    if (!Array.isArray(row) || row.length !== states)
      return [`matrix[${i}]: expected ${states} impacts: ${lengthOf(row)}`];
    return Array.from<unknown>(row).flatMap((impact, j) =>
      Number.isSafeInteger(impact) ? [] : [`matrix[${i}][${j}]: expected a whole number: ${String(impact)}`],
    );
  });
  if (problems.length <= mostProblems) return problems;
  return [...problems.slice(0, mostProblems), `and ${problems.length - mostProblems} more`];
}

function lengthOf(value: unknown): string {
  return Array.isArray(value) ? String(value.length) : typeof value;
}

/** The most that any balance, gap between balances or total impact score can come to. */
function largestSum({ sizes, offsets, impacts }: CrossImpactSystem): number {
  const states = offsets.at(-1)!;
  let largest = 0;
  for (let column = 0; column < states; column++) {
    let sum = 0;
    sizes.forEach((size, factor) => {
      let most = 0;
      for (let state = 0; state < size; state++)
        most = Math.max(most, Math.abs(impacts[(offsets[factor]! + state) * states + column]!));
      sum += most;
    });
    largest = Math.max(largest, sum);
  }
  return 2 * largest * sizes.length;
}
