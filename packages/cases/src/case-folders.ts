import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds the cases this package brings. */
export const bundledCases: string = fileURLToPath(new URL("..", import.meta.url));

/** The folders right under a root that hold a `case.yaml`, by name; the name serves as the case's id. */
export async function caseFolders(root: string): Promise<{ id: string; folder: string }[]> {
  const names = (await readdir(root)).toSorted();
  const found = await Promise.all(
    names.map(async (id) => {
      const folder = join(root, id);
      return (await isFile(join(folder, "case.yaml"))) ? [{ id, folder }] : [];
    }),
  );
  return found.flat();
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
