import { stat } from "node:fs/promises";
import { bundledCases, caseFolders, loadCase, type LoadedCase } from "@mizan/cases";
import { hintText, isoDate, nearest, problemText, readCase, type Day } from "@mizan/model";
import { writtenBy } from "@mizan/store";
import { pathFrom } from "@mizan/store/environment";
import { InputError } from "./input-error.ts";
import { hasLedger, withLedger } from "./with-ledger.ts";

/**
 * A case by its folder (from where the command was called), by its address on a dashboard, by its id in the ledger, else
 * by its id among the case folders. With a day of knowledge, one of a ledger is read as it was written by then.
 */
export async function openCase(name: string, knownAt?: Day): Promise<LoadedCase> {
  if (/^https?:\/\//.test(name)) return servedCase(name, knownAt);
  const folder = pathFrom(process.env, name);
  if (await isFolder(folder)) return loadCase(folder);
  const kept = hasLedger() ? await withLedger(async (store) => store.cases()) : [];
  if (kept.some(({ caseId }) => caseId === name)) {
    const study = await withLedger((store) =>
      knownAt === undefined ? store.study(name) : writtenBy(store, name, isoDate(knownAt)),
    );
    return { study, warnings: [] };
  }
  const known = await knownCases();
  const found = known.find(({ id }) => id === name);
  if (found) return loadCase(found.folder);
  const ids = [...new Set([...kept.map(({ caseId }) => caseId), ...known.map(({ id }) => id)])];
  throw new InputError(
    `no such case: ${name}: neither a folder nor one of ${ids.join(", ")}${hintText(nearest(name, ids))}`,
  );
}

/** A case as a dashboard serves it: `http://127.0.0.1:4000/khadimi-kh-2020`. */
async function servedCase(address: string, knownAt: Day | undefined): Promise<LoadedCase> {
  const url = URL.parse(address);
  const [, id, ...rest] = url?.pathname.split("/") ?? [];
  if (!url || !id || rest.some(Boolean)) throw new InputError(`not the address of a case on a dashboard: ${address}`);
  const asked = new URL(`/api/cases/${id}/export`, url);
  if (knownAt !== undefined) asked.searchParams.set("knownAt", isoDate(knownAt));
  const response = await fetch(asked).catch((cause: Error) => {
    throw new InputError(`${url.origin} does not answer`, { cause });
  });
  const data: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const detail = (data as { detail?: string } | undefined)?.detail;
    throw new InputError(`${address}: ${detail ?? `answered ${response.status}`}`);
  }
  const { study, problems } = readCase(data);
  if (!study) throw new InputError([`${address} does not fit the model`, ...problems.map(problemText)].join("\n"));
  return { study, warnings: [] };
}

async function knownCases(): Promise<{ id: string; folder: string }[]> {
  const more = process.env["MIZAN_CASES"];
  const bundled = await caseFolders(bundledCases);
  if (!more) return bundled;
  const own = await caseFolders(pathFrom(process.env, more)).catch(() => {
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
