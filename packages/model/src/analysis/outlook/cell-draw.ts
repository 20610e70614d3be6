import type { Case } from "../../case.ts";
import type { CrossImpactSystem } from "../cross-impact/system.ts";
import { methodOf } from "../default-method.ts";

/** Every coded cell of the matrix: where it stands, its value, and how unsure its coder is. */
export interface CellDraw {
  at: Int32Array;
  value: Float64Array;
  sd: Float64Array;
}

/** The coded cells of a case; a row without a confidence is taken as given. */
export function cellDraw(study: Case, { offsets }: CrossImpactSystem): CellDraw {
  const { impactSd } = methodOf(study);
  const states = offsets.at(-1)!;
  const place = (factor: string, state: string) => {
    const at = study.factors.findIndex(({ id }) => id === factor);
    return offsets[at]! + study.factors[at]!.states.findIndex(({ id }) => id === state);
  };
  const cells = study.impacts.flatMap(({ from, on, values, confidence }) =>
    Object.entries(values).map(([state, value]) => ({
      at: place(from.factor, from.state) * states + place(on, state),
      value,
      sd: confidence ? impactSd[confidence] : 0,
    })),
  );
  return {
    at: Int32Array.from(cells, ({ at }) => at),
    value: Float64Array.from(cells, ({ value }) => value),
    sd: Float64Array.from(cells, ({ sd }) => sd),
  };
}

/** Draws every coded cell about its value into the matrix. */
export function drawCells({ at, value, sd }: CellDraw, normal: () => number, impacts: Float64Array): void {
  for (let cell = 0; cell < at.length; cell++)
    impacts[at[cell]!] = sd[cell] === 0 ? value[cell]! : value[cell]! + sd[cell]! * normal();
}
