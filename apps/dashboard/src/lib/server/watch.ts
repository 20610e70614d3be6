import type { Case, LanguageMap } from "@mizan/model";

/** Something to watch: what it is and what it would mean. */
export interface WatchRow {
  id: string;
  name: LanguageMap;
  meaning: string;
  judgement: string | undefined;
}

export function watchRows(study: Case): WatchRow[] {
  return study.indicators.map(({ id, name, meaning, judgement }) => ({ id, name, meaning, judgement }));
}
