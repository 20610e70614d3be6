import type { LanguageMap } from "@mizan/model";
import type { Reading } from "./reading.ts";

/** Something to watch: what it is and what it would mean. */
export interface WatchRow {
  id: string;
  name: LanguageMap;
  meaning: string;
  judgement: string | undefined;
}

/** The indicators that had been set by the day. */
export function watchRows({ made }: Reading): WatchRow[] {
  return made.indicators.map(({ id, name, meaning, judgement }) => ({ id, name, meaning, judgement }));
}
