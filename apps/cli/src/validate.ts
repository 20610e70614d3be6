import { Command } from "commander";
import { placedText } from "@mizan/cases";
import { recordKinds } from "@mizan/model";
import { openCase } from "./open-case.ts";

export const validateCommand = new Command("validate")
  .description("Check a case: every record, every reference, every problem with its file, line and value.")
  .argument("<case>", "folder or id of a case")
  .option("--json", "print what was read as JSON")
  .action(async (name: string, { json }: { json?: true }) => {
    const { study, warnings } = await openCase(name);
    const records = Object.fromEntries(recordKinds.map((kind) => [kind, study[kind].length]));
    const lines = warnings.map(placedText);
    if (json) {
      process.stdout.write(`${JSON.stringify({ case: study.case.id, records, warnings: lines }, undefined, 2)}\n`);
      return;
    }
    for (const line of lines) process.stderr.write(`warning: ${line}\n`);
    const counts = recordKinds.filter((kind) => study[kind].length > 0).map((kind) => `${kind} ${study[kind].length}`);
    process.stdout.write(`${study.case.id} fits the model: ${counts.join(", ") || "no record yet"}\n`);
  });
