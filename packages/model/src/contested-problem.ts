import { recordSchemas } from "./case.ts";
import type { Contested } from "./citation.ts";
import type { Problem } from "./problem.ts";
import type { RecordKind } from "./record-kind.ts";

/** A value that sources contest has to fit its field as the record's own does, so that it can stand in for it. */
export function contestedProblems(kind: RecordKind, record: object, at: readonly (string | number)[]): Problem[] {
  const contested = (record as { contested?: Contested[] }).contested ?? [];
  return contested.flatMap(({ field, values }, i) =>
    values.flatMap(({ value }, j) =>
      !Object.hasOwn(record, field) || recordSchemas[kind].safeParse({ ...record, [field]: value }).success
        ? []
        : [
            {
              path: [...at, "contested", i, "values", j, "value"],
              problem: `expected a value fit for ${field}`,
              value,
            },
          ],
    ),
  );
}
