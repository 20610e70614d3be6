import { Command } from "commander";
import { balanceAt, indexSeries, inLanguage, lastDay, openingDay, type Balance, type Case } from "@mizan/model";
import { indexJson } from "@mizan/model/json";
import { bandText, claimOf, claimText, dayText, figureText } from "@mizan/model/words";
import { dayOption, today } from "./day-option.ts";
import { openCase } from "./open-case.ts";

export const indexCommand = new Command("index")
  .description("Work out the index of the balance, the level and state of each factor, and what each record adds.")
  .argument("<case>", "folder or id of a case")
  .option("--as-of <day>", "the day to look at, such as 2020-06-30 (default: the case's last day)", dayOption)
  .option("--known-at <day>", "take only what could be known by this day", dayOption)
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, options: { asOf?: number; knownAt?: number; json?: true }) => {
    const { study } = await openCase(name, options.knownAt);
    const balance = balanceAt(study, { asOf: options.asOf ?? lastDay(study, today()), knownAt: options.knownAt });
    process.stdout.write(
      options.json ? `${JSON.stringify(indexJson(balance), undefined, 2)}\n` : indexLines(study, balance),
    );
  });

function indexLines(study: Case, balance: Balance): string {
  const { asOf, index, levels, states, contributions } = balance;
  const lines = [`${inLanguage(study.case.title)}, as of ${dayText(asOf)}`];
  const claim = claimOf(balance, indexSeries(balance.study, balance.shifts, Math.min(openingDay(study), asOf), asOf));
  if (index && claim) {
    lines.push(
      claimText(claim, study.case),
      `index ${figureText(index.index, "points")}, 90% band ${bandText(index.band90, "points")}, above parity ${figureText(index.aboveParity, "share")}`,
    );
  } else lines.push("This case has no index: none of its factors has a scale with a weight.");
  lines.push("");
  for (const { factor: id, state } of states) {
    const factor = study.factors.find((candidate) => candidate.id === id)!;
    const level = levels.find((candidate) => candidate.factor === id);
    const named = factor.states.find((candidate) => candidate.id === state);
    lines.push(
      [
        inLanguage(factor.name).padEnd(36),
        (level ? figureText(level.level, "level") : "").padStart(5),
        (level ? bandText(level.band90, "level") : "").padEnd(14),
        named ? inLanguage(named.name) : "not known",
      ].join("  "),
    );
  }
  const strongest = contributions
    .filter(({ kind }) => kind === "event")
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  if (strongest.length > 0) lines.push("", "What weighs most, in points of the index:");
  for (const { record, points } of strongest.slice(0, 8)) {
    const event = study.events.find(({ id }) => id === record)!;
    lines.push(`${figureText(points, "points").padStart(5)}  ${inLanguage(event.title)}`);
  }
  return `${lines.join("\n")}\n`;
}
