import process from "node:process";
import { bundledCases, CaseError, caseFolders, loadCase } from "@mizan/cases";
import { Id } from "@mizan/model";
import { pathFrom } from "@mizan/store/environment";
import { author } from "./author.ts";
import { reservedNames } from "./policy.ts";
import { ledger } from "./store.ts";

/** A case folder that is no case: every line that says why. */
export interface BrokenFolder {
  id: string;
  problems: readonly string[];
}

/** What the case folders came to when the server started. */
export interface Folders {
  broken: readonly BrokenFolder[];
  /** What is odd about a case's folder, a sentence a line, by the case's id. */
  odd: ReadonlyMap<string, readonly string[]>;
}

let taken: Folders = { broken: [], odd: new Map() };

/** The case folders as they were found when the server started. */
export function folders(): Folders {
  return taken;
}

/**
 * Takes every new case folder into the ledger, the bundled ones and those of `MIZAN_CASES`, each under its folder's name.
 * From then on the ledger is the truth: a folder that has changed since is reported and left.
 */
export async function takeFolders(): Promise<void> {
  const own = process.env["MIZAN_CASES"];
  const roots = own ? [bundledCases, pathFrom(process.env, own)] : [bundledCases];
  const found = (await Promise.all(roots.map(caseFolders))).flat();
  const broken: BrokenFolder[] = [];
  const odd = new Map<string, readonly string[]>();
  for (const { id, folder } of new Map(found.map((entry) => [entry.id, entry])).values()) {
    try {
      const hides = found.filter((entry) => entry.id === id).length > 1;
      odd.set(id, await takeFolder(id, folder, hides));
    } catch (cause) {
      if (!(cause instanceof CaseError)) throw cause;
      broken.push({ id, problems: cause.message.split("\n") });
    }
  }
  taken = { broken, odd };
}

async function takeFolder(name: string, folder: string, hides: boolean): Promise<string[]> {
  const { study } = await loadCase(folder);
  const id = Id.safeParse(name);
  if (!id.success || reservedNames.has(name)) {
    const expected = id.success
      ? "expected another folder name: this one is an address of the server"
      : "expected a folder named in lower-case words joined by hyphens";
    throw new CaseError(`${name} cannot be served`, [{ file: "case.yaml", path: [], problem: expected, value: name }]);
  }
  const named = { ...study, case: { ...study.case, id: id.data as typeof study.case.id } };
  const outcome = await (await ledger()).load(named, { author: author() });
  const own: string = study.case.id;
  return [
    ...(own === name ? [] : [`The folder is named "${name}", its case.yaml says "${own}": it is served as "${name}".`]),
    ...(hides ? [`This folder of MIZAN_CASES hides the bundled case "${name}".`] : []),
    ...(outcome === "different"
      ? [
          `The folder "${name}" has changed since the ledger took it: mizan import case ${name} --into ${name} takes the changes.`,
        ]
      : []),
  ];
}
