import { Command } from "commander";
import { balanceAt, hintText, inLanguage, lastDay, nearest, type Case, type OptionId } from "@mizan/model";
import { outlookJson } from "@mizan/model/json";
import { coursesOf, outlookDraws, type Outlook } from "@mizan/model/outlook";
import { dayText, figureText, likelihoodWord } from "@mizan/model/words";
import { dayOption, today } from "./day-option.ts";
import { InputError } from "./input-error.ts";
import { openCase } from "./open-case.ts";
import { seedOption, wholeOption } from "./whole-option.ts";

interface Options {
  option?: string;
  asOf?: number;
  knownAt?: number;
  draws: number;
  seed: number;
  outside?: true;
  json?: true;
}

export const outlookCommand = new Command("outlook")
  .description("Where a case leads from its present: shares of draws in which each outcome holds at the end.")
  .argument("<case>", "folder or id of a case")
  .option("--option <id>", "one course of action (default: every one, and none)")
  .option("--as-of <day>", "the day to look at (default: the case's last day)", dayOption)
  .option("--known-at <day>", "take only what could be known by this day", dayOption)
  .option("--draws <count>", "how many draws", wholeOption(1), outlookDraws)
  .option("--seed <number>", "seed of the draws", seedOption, 1)
  .option("--outside", "also under every other state of what lies outside")
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, options: Options) => {
    const { study } = await openCase(name, options.knownAt);
    const clocks = { asOf: options.asOf ?? lastDay(study, today()), knownAt: options.knownAt };
    const { draws, seed } = options;
    const balance = balanceAt(study, clocks);
    const found = outlookJson(balance, {
      options: asked(study, options.option),
      draws,
      seed,
      ...(options.outside ? { outside: true } : {}),
    });
    if (!found) {
      const unknown = balance.states.find(({ state }) => state === undefined)?.factor ?? "any factor";
      throw new InputError(`${study.case.id} has no outlook: the present state of ${unknown} is not known`);
    }
    process.stdout.write(
      options.json
        ? `${JSON.stringify(found, undefined, 2)}\n`
        : `${inLanguage(study.case.title)}, as of ${dayText(clocks.asOf)}. Shares of ${figureText(draws, "count")} draws: the model's, not the world's.\n${found.outlooks.map((one) => outlookLines(study, one)).join("")}`,
    );
  });

function asked(study: Case, id: string | undefined): (OptionId | undefined)[] {
  if (id === undefined) return coursesOf(study);
  const option = study.options.find((candidate) => candidate.id === id);
  if (option) return [option.id];
  const ids = study.options.map((candidate) => candidate.id);
  throw new InputError(`unknown option: ${id}${hintText(nearest(id, ids))}`);
}

function outlookLines(
  study: Case,
  {
    option,
    outcomes,
    unsettled,
    movedBy,
  }: Omit<Outlook, "option"> & { option: OptionId | null; movedBy: string | null },
): string {
  const named = study.options.find(({ id }) => id === option);
  const event = study.events.find(({ id }) => id === movedBy);
  return [
    "",
    named ? inLanguage(named.name) : "Carry on",
    ...outcomes.map(({ outcome, share, standardError, assumed }) => {
      const { name } = study.outcomes.find(({ id }) => id === outcome)!;
      const error = `± ${figureText(100 * standardError, "number")}`;
      const words = [likelihoodWord(share), assumed ? "assumed" : undefined].filter((word) => word !== undefined);
      return `  ${figureText(share, "share").padStart(5)}  ${error.padEnd(8)}  ${inLanguage(name)}${words.length > 0 ? ` (${words.join(", ")})` : ""}`;
    }),
    ...(unsettled.share > 0 ? [`  ${figureText(unsettled.share, "share").padStart(5)}  never settles`] : []),
    ...(event ? [`  Without "${inLanguage(event.title)}" it would lead elsewhere.`] : []),
    "",
  ].join("\n");
}
