import { Command } from "commander";
import { inLanguage, type Case } from "@mizan/model";
import { momentDiff, type MomentDiff } from "@mizan/model/diff";
import { diffJson } from "@mizan/model/json";
import { dayText, figureText } from "@mizan/model/words";
import { dayOption } from "./day-option.ts";
import { openCase } from "./open-case.ts";

interface Options {
  from: number;
  to: number;
  knownFrom?: number;
  knownTo?: number;
  json?: true;
}

export const diffCommand = new Command("diff")
  .description("What is different between two days: records, what each did to the index, states, destinations.")
  .argument("<case>", "folder or id of a case")
  .requiredOption("--from <day>", "the first day", dayOption)
  .requiredOption("--to <day>", "the second day", dayOption)
  .option("--known-from <day>", "what could be known at the first moment", dayOption)
  .option("--known-to <day>", "what could be known at the second moment", dayOption)
  .option("--json", "print the difference as JSON")
  .action(async (name: string, { from, to, knownFrom, knownTo, json }: Options) => {
    const [was, is] = [await openCase(name, knownFrom), await openCase(name, knownTo)];
    const diff = momentDiff(
      { study: was.study, clocks: { asOf: from, knownAt: knownFrom } },
      { study: is.study, clocks: { asOf: to, knownAt: knownTo } },
    );
    process.stdout.write(json ? `${JSON.stringify(diffJson(diff), undefined, 2)}\n` : diffLines(diff));
  });

function diffLines(diff: MomentDiff): string {
  const { from, to, index, changes, added, removed, amended, records, states, destinations } = diff;
  const { study } = to;
  const lines = [`${inLanguage(study.case.title)}: ${dayText(from.clocks.asOf)} to ${dayText(to.clocks.asOf)}`];
  const titleOf = (id: string) => titleIn(to.study, id) ?? titleIn(from.study, id) ?? id;
  const listed = new Set<string>([...added, ...removed, ...amended]);
  const section = (heading: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push("", heading, ...rows.map((row) => `  ${row}`));
  };
  if (index)
    lines.push(`index ${figureText(index.before.index, "points")} to ${figureText(index.after.index, "points")}`);
  section("New", added.map(titleOf));
  section("No longer there", removed.map(titleOf));
  section("Amended, or other reports behind it", amended.map(titleOf));
  section(
    "Other records",
    changes
      .filter(({ kind, record }) => kind !== "events" || !listed.has(record))
      .map(({ kind, record, change }) => `${change}: ${kind} ${record}`),
  );
  section(
    "What each record did to the index, in points, and to X, the weighted mean behind it",
    records.map(
      ({ record, x, points }) =>
        `${points === undefined ? "" : `${pointsText(points).padStart(6)}  `}${figureText(x, "x")}  ${titleOf(record)}`,
    ),
  );
  section(
    "States",
    states.map(({ factor: id, before, after }) => {
      const factor = study.factors.find((candidate) => candidate.id === id)!;
      const named = (state: string | undefined) =>
        inLanguage(factor.states.find((candidate) => candidate.id === state)?.name ?? { en: "not known" });
      return `${inLanguage(factor.name)}: ${named(before)} to ${named(after)}`;
    }),
  );
  section(
    "Leads elsewhere now",
    destinations.map(({ option }) =>
      inLanguage(study.options.find(({ id }) => id === option)?.name ?? { en: "Carry on" }),
    ),
  );
  if (lines.length === (index ? 2 : 1)) lines.push("", "Nothing is different.");
  return `${lines.join("\n")}\n`;
}

function titleIn({ events, factors }: Case, id: string): string | undefined {
  const record = events.find((event) => event.id === id)?.title ?? factors.find((factor) => factor.id === id)?.name;
  return record && inLanguage(record);
}

/** Points to a tenth, so that small parts of a change can be told apart. */
function pointsText(points: number): string {
  const tenths = points.toFixed(1);
  return Number(tenths) === 0 ? "0.0" : points > 0 ? `+${tenths}` : tenths.replace("-", "−");
}
