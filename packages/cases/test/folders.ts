import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { smallCase } from "./small-case.ts";

/** What a folder is made of: texts or bytes by file name. */
export type Files = Record<string, string | Uint8Array>;

/** One way to spoil a folder. */
export type Spoil = (files: Files) => void;

/** Replaces the one place where a text stands in a file; every place, where `all`. */
export function swap(file: string, from: string, to: string, all = false): Spoil {
  return (files) => {
    const text = files[file] as string;
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    files[file] = all ? text.replaceAll(from, () => to) : text.replace(from, () => to);
  };
}

export function write(file: string, content: string | Uint8Array): Spoil {
  return (files) => void (files[file] = content);
}

export function append(file: string, text: string): Spoil {
  return (files) => void (files[file] = (files[file] as string) + text);
}

export function remove(file: string): Spoil {
  return (files) => void delete files[file];
}

/** The small case with some places spoiled. */
export function spoiled(spoils: readonly Spoil[]): Files {
  const files: Files = { ...smallCase };
  for (const spoil of spoils) spoil(files);
  return files;
}

/** Lends a folder named `harbour` with the files, and takes it away afterwards. */
export async function withFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "mizan-cases-"));
  const folder = join(root, "harbour");
  await mkdir(folder);
  try {
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
    return await use(folder);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Every file of a folder as hexadecimal text, so that two moments can be compared. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await readFile(join(folder, name))).toString("hex")])),
  );
}
