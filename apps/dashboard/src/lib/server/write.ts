import { isoDate } from "@mizan/model";
import type { AppendOptions, Change, Entry } from "@mizan/store";
import { author } from "./author.ts";
import { hasGrown } from "./kept-case.ts";
import { ledger } from "./store.ts";
import { today } from "./today.ts";

/** What a form is answered while nothing can be written. */
export const notWritten = "The ledger cannot be written now; nothing was changed.";

/** Writes one change to a case in the name of this machine's author, so that whoever reads next reads it. */
export async function write(
  caseId: string,
  change: Change,
  options: Omit<AppendOptions, "author"> = {},
): Promise<Entry> {
  const [entry] = await (await ledger()).append(caseId, [change], { ...options, author: author() });
  hasGrown(caseId, entry!.sequence);
  return entry!;
}

/** An event that is logged is known from now on, unless it says since when, whatever day its reports are of: METHODS §10. */
export function knownFromNow(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body) || "known" in body) return body;
  return { ...body, known: isoDate(today()) };
}
