import { resolve } from "node:path";
import { stat } from "node:fs/promises";
import { bundledCases, caseFolders, loadCase, type LoadedCase } from "@mizan/cases";
import { nearest } from "@mizan/model";
import { InputError } from "./input-error.ts";

/** A case by its folder (from where the command was called), else by its id among the known cases. */
export async function openCase(name: string): Promise<LoadedCase> {
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), name);
  if (await isFolder(folder)) return loadCase(folder);
  const known = await knownCases();
  const found = known.find(({ id }) => id === name);
  if (found) return loadCase(found.folder);
  const ids = known.map(({ id }) => id);
  const hint = nearest(name, ids);
  throw new InputError(
    `no such case: ${name}: neither a folder nor one of ${ids.join(", ")}${hint === undefined ? "" : ` (did you mean ${hint}?)`}`,
  );
}

async function knownCases(): Promise<{ id: string; folder: string }[]> {
  const more = process.env["MIZAN_CASES"];
  const bundled = await caseFolders(bundledCases);
  if (!more) return bundled;
  const own = await caseFolders(more).catch(() => {
    throw new InputError(`MIZAN_CASES is not a folder that can be read: ${more}`);
  });
  return [...bundled, ...own];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
