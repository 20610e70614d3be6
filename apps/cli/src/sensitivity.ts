import { Command } from "commander";
import { inLanguage, lastDay, type Case } from "@mizan/model";
import { sensitivityJson } from "@mizan/model/json";
import {
  run,
  sensitivityTask,
  type AttributionRung,
  type ConflictingReport,
  type KnockOut,
  type OutcomeSensitivity,
  type Sensitivity,
} from "@mizan/model/sensitivity";
import {
  cellText,
  codingText,
  counted,
  dayText,
  endingText,
  figureText,
  notchText,
  notTogetherText,
} from "@mizan/model/words";
import { dayOption, today } from "./day-option.ts";
import { openCase } from "./open-case.ts";
import { watched } from "./watched.ts";

/** Lines of each list that a terminal is shown; `--json` gives all. */
const shown = 8;

interface Options {
  asOf?: number;
  knownAt?: number;
  json?: true;
}

export const sensitivityCommand = new Command("sensitivity")
  .description("What would change our mind: the smallest change of one judgement, the sources without which it falls.")
  .argument("<case>", "folder or id of a case")
  .option("--as-of <day>", "the day to look at (default: the case's last day)", dayOption)
  .option("--known-at <day>", "take only what could be known by this day", dayOption)
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, { asOf, knownAt, json }: Options) => {
    const { study } = await openCase(name, knownAt);
    const clocks = { asOf: asOf ?? lastDay(study, today()), knownAt };
    const found = await watched((how) => run(sensitivityTask(study, clocks), how("looking for what would change it")));
    if (!found) return;
    process.stdout.write(
      json
        ? `${JSON.stringify(sensitivityJson(clocks.asOf, found), undefined, 2)}\n`
        : `${inLanguage(study.case.title)}, as of ${dayText(clocks.asOf)}\n${linesOf(study, found).join("\n")}\n`,
    );
  });

function linesOf(study: Case, { index, outcomes, knockOuts, ladder, conflicts }: Sensitivity): string[] {
  return [
    ...(index ? indexLines(study, index) : ["This case has no index: none of its factors has a scale with a weight."]),
    ...outcomes.flatMap((one) => outcomeLines(study, one)),
    ...sourceLines(study, knockOuts, index?.index),
    ...(index ? ladderLines(ladder) : []),
    ...conflictLines(conflicts),
  ];
}

function indexLines(study: Case, { index, flips, together, notTogether }: NonNullable<Sensitivity["index"]>): string[] {
  const turning = flips.filter(({ notches }) => notches !== undefined);
  const moving = flips.filter(({ notches }) => notches === undefined);
  const lines = [
    `index ${figureText(index, "points")}`,
    "",
    "What alone would turn its sign, by the share of its range:",
  ];
  for (const { coding, notches, share, index: then } of turning.slice(0, shown))
    lines.push(
      `  ${figureText(share!, "share").padStart(4)}  ${codingText(study, coding)}, ${notchText(coding, notches!)}: ${figureText(then, "points")}`,
    );
  if (turning.length === 0) lines.push("  nothing that was coded, within its range");
  if (turning.length > shown) lines.push(`  and ${turning.length - shown} more`);
  lines.push("", "What would not, by what one notch adds:");
  for (const { coding, oneNotch } of moving.slice(0, shown))
    lines.push(`  ${figureText(oneNotch, "points").padStart(4)}  ${codingText(study, coding)}`);
  if (moving.length > shown) lines.push(`  and ${moving.length - shown} more`);
  if (together) {
    lines.push(
      "",
      `Fewest changes of one notch that together would${together.exact ? "" : " (fewer may do)"}: ${together.moves.length}`,
    );
    for (const { coding, notches } of together.moves)
      lines.push(`  ${codingText(study, coding)}, ${notchText(coding, notches)}`);
  }
  if (notTogether) lines.push("", notTogetherText[notTogether]);
  return lines;
}

function outcomeLines(study: Case, { option, ending, cells, fragility, states }: OutcomeSensitivity): string[] {
  const named = study.options.find(({ id }) => id === option);
  const part = ({ moving, changes }: { moving: number; changes: number }) => `${moving} of ${changes}`;
  const lines = [
    "",
    `${named ? inLanguage(named.name) : "As decisions stand"} ends in ${endingText(study, ending)}`,
    `  one-point changes that end elsewhere: ${part(fragility.coded)} of coded cells, ${part(fragility.empty)} of empty ones`,
  ];
  for (const { cell, coded, notches, ending: other } of cells.slice(0, 3))
    lines.push(
      `  ${cellText(study, cell)}${coded ? "" : " (nothing coded)"}, ${notchText({ kind: "cell" }, notches)}: ${endingText(study, other)}`,
    );
  for (const { factor: id, state, steps, ending: other } of states.slice(0, 3)) {
    const factor = study.factors.find((candidate) => candidate.id === id)!;
    const to = inLanguage(factor.states.find((candidate) => candidate.id === state)!.name);
    const away = steps === undefined ? "" : `, ${figureText(Math.round(10 * steps) / 10, "number")} steps away`;
    lines.push(`  ${inLanguage(factor.name)} in ${to}${away}: ${endingText(study, other)}`);
  }
  return lines;
}

function sourceLines(study: Case, knockOuts: readonly KnockOut[], index: number | undefined): string[] {
  if (knockOuts.length === 0) return [];
  const nameOf = ({ kind, id }: KnockOut) => {
    const source = study.sources.find((candidate) => candidate.id === id);
    return source ? inLanguage(source.name) : kind === "origin" ? `origin ${id}` : id;
  };
  return [
    "",
    "Without one source:",
    ...knockOuts.map((one) => {
      const reads =
        one.index && index !== undefined
          ? `${figureText(one.index.index, "points").padStart(4)} (${figureText(one.index.index - index, "points")})  `
          : "";
      const rest = [
        ...(one.turns ? ["the sign turns"] : []),
        ...(one.lost.length > 0 ? [`${counted(one.lost.length, "event")} lost`] : []),
        ...(one.lostImpacts.length > 0 ? [`${counted(one.lostImpacts.length, "row")} of the matrix lost`] : []),
        ...(one.states.length > 0 ? [`${counted(one.states.length, "state")} changed`] : []),
        ...(one.destinations.length > 0 ? [`${counted(one.destinations.length, "course")} led elsewhere`] : []),
      ];
      return `  ${reads}${nameOf(one)}${rest.length > 0 ? `: ${rest.join(", ")}` : ""}`;
    }),
  ];
}

function ladderLines(ladder: readonly AttributionRung[]): string[] {
  return [
    "",
    "Believing attributions from a rung up:",
    ...ladder.map(
      ({ atLeast, index, leftOut }) =>
        `  ${atLeast.padEnd(10)} ${figureText(index?.index ?? 0, "points").padStart(4)}${leftOut.length > 0 ? `  without ${counted(leftOut.length, "event")}` : ""}`,
    ),
  ];
}

function conflictLines(conflicts: readonly ConflictingReport[]): string[] {
  if (conflicts.length === 0) return [];
  const range = ([low, high]: readonly [number, number]) =>
    `${figureText(low, "points")} to ${figureText(high, "points")}`;
  return [
    "",
    "Where sources disagree, one field at a time:",
    ...conflicts.map(({ record, field, values, index, short }) => {
      const carried = [
        ...(index ? [`index ${range(index)}`] : []),
        ...(short && short[0] !== short[1] ? [`${short[0]} to ${short[1]} votes short`] : []),
      ];
      return `  ${record}, ${field}: ${values.map(({ value }) => String(value)).join(" or ")}${carried.length > 0 ? `: ${carried.join(", ")}` : ""}`;
    }),
  ];
}
