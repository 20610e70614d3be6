import { balanceAt, type Case, type LanguageMap } from "@mizan/model";
import type { Entry } from "@mizan/store";
import { instantText } from "./instant-text.ts";
import type { Reading } from "./reading.ts";
import { recordTitle } from "./record-title.ts";
import { ledger } from "./store.ts";

/** What was written since a reader last looked, newest first. */
export interface Since {
  /** When the last entry that the reader saw was taken, in words. */
  from: string;
  count: number;
  shown: readonly SinceRow[];
  /** The index of the day looked at, and the side it moved to since; undefined where it did not move by a point. */
  moved: { index: number; side: -1 | 1 } | undefined;
}

export interface SinceRow {
  sequence: number;
  action: Entry["action"];
  kind: Entry["kind"];
  id: string;
  title: LanguageMap;
  author: string;
  taken: string;
}

const mostShown = 6;

/** What was written to a case after an entry; undefined where nothing was. */
export async function sinceSeen(
  id: string,
  { kept, balance, events: all, whatIf }: Reading,
  seen: number | undefined,
): Promise<Since | undefined> {
  if (seen === undefined || seen >= kept.sequence || seen < 1) return undefined;
  const store = await ledger();
  const [last] = await store.entries(id, { after: seen - 1, limit: 1 });
  if (!last) return undefined;
  const count = kept.sequence - seen;
  const limit = Math.min(count, mostShown);
  const newest = await store.entries(id, { after: kept.sequence - limit, limit });
  // What is supposed was not written: then nothing is said of the index.
  const compared = all.whole && !whatIf;
  const was = compared && balanceAt(await store.study(id, { recordedBy: seen }), { asOf: balance.asOf }).index?.index;
  const index = balance.index?.index;
  const by = was === false || was === undefined || index === undefined ? 0 : Math.round(index - was);
  return {
    from: instantText(last.recorded),
    count,
    shown: newest.toReversed().map((entry) => rowOf(kept.standing, entry)),
    moved: index === undefined || by === 0 ? undefined : { index, side: by > 0 ? 1 : -1 },
  };
}

function rowOf(study: Case, { sequence, action, kind, record, body, author, recorded }: Entry): SinceRow {
  const title = body ? recordTitle(study, kind, body) : { en: record };
  return { sequence, action, kind, id: record, title, author, taken: instantText(recorded) };
}
