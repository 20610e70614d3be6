import { Argument, Command, Option } from "commander";
import { writeCase } from "@mizan/cases";
import { pathFrom } from "@mizan/store/environment";
import { dayOption } from "./day-option.ts";
import { InputError } from "./input-error.ts";
import { openCase } from "./open-case.ts";

interface Options {
  output?: string;
  knownAt?: number;
}

export const exportCommand = new Command("export")
  .description("Take a whole case elsewhere: as one JSON object on standard output, or as a case folder.")
  .addArgument(
    new Argument("<format>", "json: one object keyed by record kind; folder: a folder of YAML").choices([
      "json",
      "folder",
    ]),
  )
  .argument("<case>", "folder or id of a case, or its address on a dashboard")
  .addOption(new Option("-o, --output <folder>", "the folder to write, new or empty"))
  .option("--known-at <day>", "of a ledger's case: as it was written by this day", dayOption)
  .addHelpText("after", "\nExample: mizan export folder khadimi-kh-2020 -o my-case")
  .action(async (format: "json" | "folder", name: string, { output, knownAt }: Options) => {
    if (format === "folder" && output === undefined) throw new InputError("export folder needs --output FOLDER");
    const { study } = await openCase(name, knownAt);
    if (format === "json") process.stdout.write(`${JSON.stringify(study, undefined, 2)}\n`);
    else await writeCase(study, pathFrom(process.env, output!));
  });
