import { isoDate } from "@mizan/model";
import type { Filling } from "./briefing.ts";
import type { Reading } from "./reading.ts";
import { replayText } from "./today.ts";

/** What the deck of a case is filled with, and where it hears of what is written since. */
export function fillingOf({ whole, balance, kept }: Reading, id: string, url: URL): Filling {
  const known = url.searchParams.get("knownAt");
  const { search } = url;
  return {
    study: whole,
    ...(balance.gathered.length > 0 ? { gathered: balance.gathered } : {}),
    asOf: isoDate(balance.asOf),
    ...(known ? { knownAt: known } : {}),
    ...(replayText() ? { replay: replayText()! } : {}),
    live: { stream: `/api/cases/${id}/stream`, content: `/${id}/briefing/content${search}`, sequence: kept.sequence },
  };
}
