import type { Reading } from "./reading.ts";
import { scenariosOf, type Scenarios } from "./scenarios.ts";
import type { ChangedFigure } from "./what-if.ts";

/** The shares and scores that are others by what a reading supposes, by their trace keys; none where it supposes nothing. */
export async function changedScenarios(reading: Reading): Promise<Readonly<Record<string, ChangedFigure>>> {
  if (!reading.whatIf) return {};
  const before = figuresOf(await scenariosOf({ ...reading, balance: reading.whatIf.coded }));
  const now = [...figuresOf(await scenariosOf(reading))];
  return Object.fromEntries(
    now.flatMap(([key, value]) => {
      const was = before.get(key);
      return was === undefined || was === value ? [] : [[key, { was, now: value }]];
    }),
  );
}

function figuresOf({ courses, scenarios }: Scenarios): Map<string, number> {
  const rows = scenarios ? [...(scenarios.here ? [scenarios.here] : []), ...scenarios.rows] : [];
  return new Map([
    ...(courses?.courses ?? []).flatMap(({ shares, unsettled }) =>
      [...shares, unsettled].map(({ trace, share }) => [trace, share] as const),
    ),
    ...rows.map(({ code, score }) => [`scenario/${code}`, score] as const),
  ]);
}
