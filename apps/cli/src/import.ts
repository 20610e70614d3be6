import { Argument, Command } from "commander";
import { loadCase } from "@mizan/cases";
import { recordDifferences } from "@mizan/model/diff";
import { counted } from "@mizan/model/words";
import { authorName, pathFrom } from "@mizan/store/environment";
import { withLedger } from "./with-ledger.ts";

interface Options {
  into: string;
  reason?: string;
  dryRun?: true;
}

export const importCommand = new Command("import")
  .description("Take a changed case folder into the ledger, as additions, amendments and retractions.")
  .addArgument(new Argument("<format>", "case: a case folder").choices(["case"]))
  .argument("<folder>", "the folder")
  .requiredOption("--into <id>", "the case of the ledger")
  .option("--reason <text>", "why, kept with every entry")
  .option("--dry-run", "only say what would be written")
  .addHelpText("after", "\nExample: mizan import case my-case --into khadimi-kh-2020 --reason 'second edition'")
  .action(async (_format: "case", folder: string, { into, reason, dryRun }: Options) => {
    const { study } = await loadCase(pathFrom(process.env, folder));
    const lines = await withLedger(async (store) => {
      const standing = await store.study(into);
      // Alerts are raised by the server: a folder without any says nothing of them.
      const alerts = study.alerts.length === 0 ? standing.alerts : study.alerts;
      const given = { ...study, case: { ...study.case, id: standing.case.id }, alerts };
      const changes = recordDifferences(standing, given);
      if (!dryRun)
        await store.amendInto(given, into, {
          author: authorName(process.env),
          ...(reason === undefined ? {} : { reason }),
        });
      return changes.map(({ change, kind, record }) => `${change.padEnd(9)} ${kind} ${record}`);
    }, !dryRun);
    const total =
      lines.length === 0
        ? "nothing differs"
        : counted(
            lines.length,
            dryRun ? "change to write" : "change written",
            dryRun ? "changes to write" : "changes written",
          );
    process.stdout.write(`${[...lines, total].join("\n")}\n`);
  });
