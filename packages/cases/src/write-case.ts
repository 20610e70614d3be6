import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { recordKinds, type Case } from "@mizan/model";
import { Document, isMap, isScalar, isSeq, visit } from "yaml";
import { CaseError } from "./case-error.ts";

/**
 * Writes a case as a folder: `case.yaml` and a list of records in each of `sources.yaml`, `actors.yaml` and so on; a kind
 * without records has no file. `loadCase` reads the same case back. A `CaseError` where the folder holds anything already.
 */
export async function writeCase(study: Case, folder: string): Promise<void> {
  const name = basename(resolve(folder));
  await mkdir(folder, { recursive: true });
  const held = await readdir(folder);
  if (held.length > 0)
    throw new CaseError(`${name} is not written`, [
      { file: name, path: [], problem: "expected an empty folder, or none", value: held.slice(0, 3).join(", ") },
    ]);
  await writeFile(join(folder, "case.yaml"), yamlText(study.case));
  for (const kind of recordKinds)
    if (study[kind].length > 0) await writeFile(join(folder, `${kind}.yaml`), yamlText(study[kind], "\n"));
}

/** Data as our case files are written: blocks, with what is short and flat on one line, and long text folded. */
function yamlText(data: unknown, between = ""): string {
  const document = new Document(data, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && node.value.length > 90 && isFoldable(node.value))
        node.type = "BLOCK_FOLDED";
    },
    Collection(_, node) {
      if (isFlat(node)) node.flow = true;
    },
  });
  if (between && isSeq(document.contents))
    document.contents.items.slice(1).forEach((item) => {
      if (isMap(item)) item.spaceBefore = true;
    });
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}

/** Text that folds and unfolds to the same: one paragraph, no space at an end or doubled. */
function isFoldable(text: string): boolean {
  return !/\n|\s\s|^\s|\s$/.test(text);
}

/** A list or mapping of a few short plain values. */
function isFlat(node: unknown): boolean {
  if (!isMap(node) && !isSeq(node)) return false;
  const values = isMap(node) ? node.items.map((pair) => pair.value) : node.items;
  return (
    values.length > 0 &&
    values.every((value) => isScalar(value) && String(value.value).length < 60) &&
    JSON.stringify(node.toJSON()).length < 100
  );
}
