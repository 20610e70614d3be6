import type { Case } from "../case.ts";
import type { Citation } from "../citation.ts";
import type { Day } from "../day.ts";
import { spanOf } from "../edtf.ts";
import type { Tie } from "../tie.ts";

interface Cited {
  citations?: readonly Citation[] | undefined;
}

/**
 * The judgements, options, indicators or other records that had been made by a day: those a source had begun to publish.
 * Records that cite nothing go with the others of their kind.
 */
export function madeBy<Made extends Cited>(records: readonly Made[], day: Day): Made[] {
  const cited = records.filter(({ citations = [] }) => citations.length > 0);
  const bare = cited.length === 0 || cited.some((record) => wasMade(record, day));
  return records.filter((record) => (cited.includes(record) ? wasMade(record, day) : bare));
}

/** True for what a source had begun to publish by a day, and for what cites none. */
export function wasMade({ citations = [] }: Cited, day: Day): boolean {
  const first = ({ published }: Citation) => spanOf(published).start ?? -Infinity;
  return citations.length === 0 || citations.some((citation) => first(citation) <= day);
}

/** The ties that held on a day; one without a period holds on all. */
export function tiesAt({ ties }: Pick<Case, "ties">, day: Day): Tie[] {
  return ties.filter(({ period }) => {
    const { start = -Infinity, end = Infinity } = period === undefined ? {} : spanOf(period);
    return start <= day && day <= end;
  });
}
