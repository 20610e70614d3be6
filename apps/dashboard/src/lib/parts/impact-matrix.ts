import type { LanguageMap } from "@mizan/model";
import type { ImpactRow } from "#lib/server/impact-row.ts";

/** One square of the matrix; no value where the case codes none. */
export interface MatrixCell {
  key: string;
  value: number | undefined;
  trace: string | undefined;
  /** The first column of its factor. */
  first: boolean;
}

export interface Matrix {
  columns: readonly { factor: string; states: readonly { state: string; name: LanguageMap }[] }[];
  groups: readonly {
    factor: string;
    rows: readonly { state: string; name: LanguageMap; cells: readonly MatrixCell[] }[];
  }[];
  /** Columns in all. */
  width: number;
}

/** Impacts as a square: the states that act in rows, the states they act on in columns, in the order of the factors. */
export function matrixOf(rows: readonly ImpactRow[], factors: readonly string[]): Matrix {
  const byPlace = (a: { factor: string }, b: { factor: string }) =>
    factors.indexOf(a.factor) - factors.indexOf(b.factor);
  const columns = [...Map.groupBy(rows, ({ on }) => on.factor)]
    .map(([factor, own]) => ({ factor, states: own[0]!.cells.map(({ state, name }) => ({ state, name })) }))
    .toSorted(byPlace);
  const groups = [...Map.groupBy(rows, ({ from }) => from.factor)]
    .map(([factor, own]) => ({
      factor,
      rows: [...Map.groupBy(own, ({ from }) => from.stateId)].map(([state, impacts]) => ({
        state,
        name: impacts[0]!.from.state,
        cells: columns.flatMap(({ factor: on, states }) =>
          cellsOf(
            impacts.find((impact) => impact.on.factor === on),
            on,
            states,
          ),
        ),
      })),
    }))
    .toSorted(byPlace);
  return { columns, groups, width: columns.reduce((sum, { states }) => sum + states.length, 0) };
}

function cellsOf(impact: ImpactRow | undefined, on: string, states: readonly { state: string }[]): MatrixCell[] {
  return states.map(({ state }, i) => ({
    key: `${on}/${state}`,
    value: impact?.cells.find((cell) => cell.state === state)?.value,
    trace: impact && `impact/${impact.id}/${state}`,
    first: i === 0,
  }));
}
