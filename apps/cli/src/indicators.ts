import { Command } from "commander";
import { asKnown, inLanguage, lastDay, type Case } from "@mizan/model";
import { indicatorStatuses, type IndicatorStatus } from "@mizan/model/indicators";
import { indicatorsJson } from "@mizan/model/json";
import { dayText, ruleReading } from "@mizan/model/words";
import { dayOption, today } from "./day-option.ts";
import { openCase } from "./open-case.ts";

interface Options {
  asOf?: number;
  knownAt?: number;
  json?: true;
}

export const indicatorsCommand = new Command("indicators")
  .description("What to watch: which indicators have fired, since when, and the records that made them.")
  .argument("<case>", "folder or id of a case")
  .option("--as-of <day>", "the day to look at (default: the case's last day)", dayOption)
  .option("--known-at <day>", "take only what could be known by this day", dayOption)
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, { asOf: asked, knownAt, json }: Options) => {
    const { study: whole } = await openCase(name, knownAt);
    const asOf = asked ?? lastDay(whole, today());
    const study = knownAt === undefined ? whole : asKnown(whole, knownAt);
    const statuses = indicatorStatuses(study, asOf);
    process.stdout.write(
      json
        ? `${JSON.stringify(indicatorsJson(asOf, statuses), undefined, 2)}\n`
        : `${inLanguage(study.case.title)}, as of ${dayText(asOf)}\n${statusLines(study, statuses).join("\n")}\n`,
    );
  });

function statusLines(study: Case, statuses: readonly IndicatorStatus[]): string[] {
  if (statuses.length === 0) return ["This case names no indicator."];
  return statuses.flatMap(({ indicator: id, state, since, value, threshold, records }) => {
    const indicator = study.indicators.find((candidate) => candidate.id === id)!;
    const reads = ruleReading(indicator.rule, value, threshold);
    return [
      `${state.padEnd(9)} ${inLanguage(indicator.name)}, since ${dayText(since)}${reads && `: ${reads}`}`,
      ...records.map((record) => `            ${titleOf(study, record)}`),
    ];
  });
}

function titleOf(study: Case, id: string): string {
  const event = study.events.find((candidate) => candidate.id === id)!;
  return inLanguage(event.title);
}
