import type { ImpactCell } from "@mizan/charts";
import { inLanguage, type Case, type StateId } from "@mizan/model";
import { alsoSupposing, notchRange, suppositionKey } from "@mizan/model/sensitivity";
import { notchText } from "@mizan/model/words";
import { citedOf } from "./cited.ts";
import type { Reading } from "./reading.ts";

/** Beyond so many cells nothing of a matrix can be told apart. */
const mostCells = 2500;

/** Every coded cell of the cross-impact matrix, in the order of its rows and columns; undefined where they are too many to draw. */
export function drawnCells(study: Pick<Case, "factors" | "impacts">): ImpactCell[] | undefined {
  const cells = codedCells(study);
  return cells.length > mostCells ? undefined : cells;
}

function codedCells({ factors, impacts }: Pick<Case, "factors" | "impacts">): ImpactCell[] {
  const all = factors.flatMap((factor) => factor.states.map((state) => `${factor.id} ${state.id}`));
  const place = new Map(all.map((key, i) => [key, i]));
  return impacts
    .flatMap(({ id, from, on, values, basis }) =>
      Object.entries(values).map(([state, value]) => ({
        key: `${id}/${state}`,
        row: place.get(`${from.factor} ${from.state}`)!,
        column: place.get(`${on} ${state}`)!,
        value,
        author: basis === "author",
      })),
    )
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** A cell of the matrix that was asked for, by its key; undefined for one that is not coded. */
export function openedCell({ balance, whatIf }: Reading, key: string) {
  const { factors, impacts } = balance.study;
  const [id, state] = key.split("/");
  const impact = impacts.find((candidate) => candidate.id === id);
  const value = impact && state !== undefined ? (impact.values as Record<string, number>)[state] : undefined;
  if (!impact || value === undefined) return undefined;
  const named = (factorId: string, stateId: string) => {
    const factor = factors.find((candidate) => candidate.id === factorId)!;
    return {
      id: factor.id,
      name: factor.name,
      state: inLanguage(factor.states.find((each) => each.id === stateId)!.name),
    };
  };
  const coding = {
    kind: "cell" as const,
    from: impact.from,
    on: { factor: impact.on, state: state as StateId },
  };
  const { down, up } = notchRange(balance.study, coding);
  const moves = [...(up > 0 ? [1] : []), ...(down > 0 ? [-1] : [])];
  return {
    key,
    value,
    tries: moves.map((notches) => ({
      text: notchText(coding, notches),
      tried: alsoSupposing(whatIf?.suppositions ?? [], { coding, notches }).map(suppositionKey),
    })),
    from: named(impact.from.factor, impact.from.state),
    on: named(impact.on, state!),
    rationale: impact.rationale,
    confidence: impact.confidence,
    basis: impact.basis ?? "text",
    citations: citedOf(balance, impact.citations),
  };
}

/** A cell that is open. */
export type OpenedCell = NonNullable<ReturnType<typeof openedCell>>;
