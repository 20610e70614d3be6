import { Argument, Command } from "commander";
import { openCase } from "./open-case.ts";

export const exportCommand = new Command("export")
  .description("Write a whole case to standard output in another format.")
  .addArgument(new Argument("<format>", "json: the case as one object keyed by record kind").choices(["json"]))
  .argument("<case>", "folder or id of a case")
  .action(async (_format: "json", name: string) => {
    const { study } = await openCase(name);
    process.stdout.write(`${JSON.stringify(study, undefined, 2)}\n`);
  });
