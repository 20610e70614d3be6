import type { Shift, SpreadShift } from "@mizan/model";

/** Below this, in x, a sum is what adding and taking away leaves of nothing: a sum is kept in whole 2⁻⁴⁰ths. */
const nothing = 1e-9;

/** What is left of a case's evidence, by factor and span, beside the shifts of the events that a reading holds. */
export function remaining(spans: readonly SpreadShift[], held: readonly Shift[]): SpreadShift[] {
  const left = new Map(spans.map((span) => [keyOf(span), { ...span }]));
  for (const shift of held) {
    const span = left.get(keyOf(shift));
    if (!span) continue;
    span.mean -= shift.mean;
    span.variance -= shift.variance;
  }
  return [...left.values()].filter(({ mean, variance }) => Math.abs(mean) > nothing || variance > nothing);
}

function keyOf({ factor, start, end, halfLifeDays }: SpreadShift): string {
  return `${factor} ${start} ${end} ${halfLifeDays === Infinity}`;
}
