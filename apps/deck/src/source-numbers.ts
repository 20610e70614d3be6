import type { Case, Citation, SourceId } from "@mizan/model";

/** A number for each source: first those the talk cites, in order of first citation, then the others of the case. */
export function sourceNumbers({ sources }: Pick<Case, "sources">, cited: readonly Citation[]): Map<SourceId, number> {
  const order = new Set([...cited.map(({ source }) => source), ...sources.map(({ id }) => id)]);
  return new Map([...order].map((id, i) => [id, i + 1]));
}

/** The numbers of the sources of some citations, rising, each once. */
export function numbersOf(citations: readonly Citation[], numbers: ReadonlyMap<SourceId, number>): number[] {
  return [...new Set(citations.map(({ source }) => numbers.get(source)!))].toSorted((a, b) => a - b);
}

/** Numbers as a list of runs: "1, 3–5, 8". */
export function numberRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(", ");
}
