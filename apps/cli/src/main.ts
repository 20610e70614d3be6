import { Command, CommanderError } from "commander";
import { CaseError } from "@mizan/cases";
import { MatrixError } from "@mizan/model/scenarios";
import { chamberCommand } from "./chamber.ts";
import { diffCommand } from "./diff.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { indexCommand } from "./index-command.ts";
import { indicatorsCommand } from "./indicators.ts";
import { InputError } from "./input-error.ts";
import { backupCommand, restoreCommand, verifyCommand } from "./keeping.ts";
import { outlookCommand } from "./outlook.ts";
import { replayCommand } from "./replay.ts";
import { scenariosCommand } from "./scenarios.ts";
import { sensitivityCommand } from "./sensitivity.ts";
import { stakeholdersCommand } from "./stakeholders.ts";
import { validateCommand } from "./validate.ts";

const mizan = new Command("mizan")
  .description("Case files of political contests: check them, compute them, take them elsewhere.")
  .addHelpText(
    "after",
    "\nCASE is a folder, the id of a case in the ledger (MIZAN_DATA, MIZAN_DATABASE_URL) or among the case folders\n(packages/cases, MIZAN_CASES), or the address of a case on a dashboard.\nExit status: 0 done, 1 the input is wrong, 2 the call is wrong.",
  )
  .showHelpAfterError("(mizan --help, or mizan COMMAND --help, says more)")
  .exitOverride()
  .addCommand(validateCommand)
  .addCommand(indexCommand)
  .addCommand(scenariosCommand)
  .addCommand(outlookCommand)
  .addCommand(stakeholdersCommand)
  .addCommand(chamberCommand)
  .addCommand(sensitivityCommand)
  .addCommand(indicatorsCommand)
  .addCommand(diffCommand)
  .addCommand(importCommand)
  .addCommand(exportCommand)
  .addCommand(verifyCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(replayCommand);

for (const command of mizan.commands) command.copyInheritedSettings(mizan);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await mizan.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CaseError || error instanceof InputError || error instanceof MatrixError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
