import { dayOf } from "@mizan/model";
import { dayText } from "@mizan/model/words";

/** When an entry was taken, in words: "25 November 2026, 20:18 UTC". */
export function instantText(recorded: string): string {
  return `${dayText(dayOf(recorded.slice(0, 10)))}, ${recorded.slice(11, 16)} UTC`;
}
