import { Command } from "commander";
import { counted } from "@mizan/model/words";
import { pathFrom } from "@mizan/store/environment";
import { InputError } from "./input-error.ts";
import { withLedger } from "./with-ledger.ts";

const pathOf = (file: string) => pathFrom(process.env, file);

export const backupCommand = new Command("backup")
  .description("Write a copy of the whole ledger as it stands to a new file, beside whoever writes it.")
  .argument("<file>", "the file to write")
  .addHelpText("after", "\nExample: mizan backup before-the-talks.db")
  .action(async (file: string) => {
    const heads = await withLedger(async (store) => {
      await store.backup(pathOf(file));
      return store.cases();
    });
    process.stdout.write(`${counted(heads.length, "case")} in ${file}\n`);
  });

export const restoreCommand = new Command("restore")
  .description("Take every case of a backup into the ledger, all or none, chains checked; none may be there already.")
  .argument("<file>", "the backup")
  .addHelpText("after", "\nExample: MIZAN_DATA=elsewhere mizan restore before-the-talks.db")
  .action(async (file: string) => {
    const heads = await withLedger(async (store) => {
      await store.restore(pathOf(file));
      return store.cases();
    }, true);
    process.stdout.write(
      heads
        .map(({ caseId, sequence, head }) => `${caseId}  ${counted(sequence, "entry", "entries")}  ${head}\n`)
        .join(""),
    );
  });

export const verifyCommand = new Command("verify")
  .description("Walk the chain of every case in the ledger, and name each entry that is not as it was written.")
  .argument("[case]", "one case alone")
  .option("--head <hash>", "a hash noted elsewhere that has to be in the chain")
  .addHelpText("after", "\nExample: mizan verify")
  .action(async (id: string | undefined, { head }: { head?: string }) => {
    const found = await withLedger((store) => store.verify(id, { head }));
    const lines = found.map(({ caseId, length, head: last, faults }) => {
      if (faults.length === 0) return `${caseId}  ${counted(length, "entry", "entries")}, whole  ${last}`;
      return [
        `${caseId}  ${counted(faults.length, "fault")}:`,
        ...faults.map(({ fault, text }) => `  ${fault}: ${text}`),
      ].join("\n");
    });
    if (found.some(({ faults }) => faults.length > 0)) throw new InputError(lines.join("\n"));
    process.stdout.write(`${lines.join("\n")}\n`);
  });
