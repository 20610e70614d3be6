import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { bundledCases, CaseError, caseFolders, loadCase } from "@mizan/cases";
import type { Case } from "@mizan/model";
import { error } from "@sveltejs/kit";

/** A case as it was read, served under the name of its folder. */
export interface Whole {
  id: string;
  study: Case;
  /** What is odd about its name, a sentence a line. */
  odd: readonly string[];
}

/** A case folder as it was read: the case, or every line that says why it is not one. */
export type Shelf = Whole | { id: string; problems: readonly string[] };

/** The one door to the cases: every page that needs one asks here. */
export async function openStudy(id: string): Promise<Case> {
  const shelf = (await shelves()).find((candidate) => candidate.id === id);
  if (!shelf) error(404, `There is no case "${id}".`);
  if ("problems" in shelf) error(500, { message: `The case "${id}" cannot be read.`, problems: shelf.problems });
  return shelf.study;
}

/** All cases, the bundled ones and those of `MIZAN_CASES`, in the order of their folders; a broken one stands beside the rest. */
export async function shelves(): Promise<Shelf[]> {
  const own = process.env["MIZAN_CASES"];
  const roots = own ? [bundledCases, path.resolve(own)] : [bundledCases];
  const found = (await Promise.all(roots.map(caseFolders))).flat();
  const folders = [...new Map(found.map((entry) => [entry.id, entry])).values()];
  const read = await Promise.all(folders.map(shelfOf));
  return read.map((shelf) => {
    const hidden = found.filter(({ id }) => id === shelf.id).slice(0, -1);
    return "study" in shelf ? { ...shelf, odd: oddities(shelf, read, hidden.length > 0) } : shelf;
  });
}

/** Whatever about a case's names would lead a reader to another case than the one asked for. */
function oddities({ id, study }: Whole, all: readonly Shelf[], hides: boolean): string[] {
  const own = study.case.id as string;
  const twins = all.filter((other) => other.id !== id && "study" in other && other.study.case.id === own);
  return [
    ...(own === id ? [] : [`The folder is named "${id}", its case.yaml says "${own}": it is served as "${id}".`]),
    ...twins.map((twin) => `The folder "${twin.id}" holds a case of the same id, "${own}".`),
    ...(hides ? [`This folder of MIZAN_CASES hides the bundled case "${id}".`] : []),
  ];
}

const kept = new Map<string, { stamp: string; shelf: Promise<Shelf> }>();

async function shelfOf({ id, folder }: { id: string; folder: string }): Promise<Shelf> {
  const stamp = await stampOf(folder);
  const earlier = kept.get(folder);
  if (earlier?.stamp === stamp) return earlier.shelf;
  const shelf = readShelf(id, folder);
  kept.set(folder, { stamp, shelf });
  return shelf;
}

async function readShelf(id: string, folder: string): Promise<Shelf> {
  try {
    const { study } = await loadCase(folder);
    return { id, study, odd: [] };
  } catch (cause) {
    if (!(cause instanceof CaseError)) throw cause;
    return { id, problems: cause.message.split("\n") };
  }
}

/** Changes whenever a file of the folder does. */
async function stampOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/i.test(name)).toSorted();
  const files = await Promise.all(names.map(async (name) => [name, await stat(path.join(folder, name))] as const));
  return files.map(([name, { mtimeMs, size }]) => `${name} ${mtimeMs} ${size}`).join("\n");
}
