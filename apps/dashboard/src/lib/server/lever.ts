import { balanceAt } from "@mizan/model";
import {
  codingKey,
  indexCodings,
  indexLevers,
  movedIndex,
  notchRange,
  recoded,
  supposing,
  suppositionKey,
  type IndexCoding,
} from "@mizan/model/sensitivity";
import { codedText, codingText } from "@mizan/model/words";
import type { Reading } from "./reading.ts";

/** One coded value that a page can move: every value it may take, and where the index would then stand. */
export interface LeverRow {
  /** The value in a line, without its notches. */
  key: string;
  text: string;
  /** From the lowest notch to the highest, counted from the value as coded. */
  steps: readonly { notch: number; value: string; index: number }[];
  /** The notch it stands at. */
  at: number;
  /** What else the address supposes, a line each. */
  others: readonly string[];
}

/** The coded values of a reading that bear on its index and that a page is about, all else as the address supposes. */
export function leverRows({ balance, whatIf }: Reading, about: (coding: IndexCoding) => boolean): LeverRow[] {
  const levers = indexLevers(balance);
  if (!levers) return [];
  const coded = whatIf?.coded ?? balance;
  const supposed = whatIf?.suppositions ?? [];
  return indexCodings(levers)
    .filter(about)
    .map((coding) => {
      const key = codingKey(coding);
      const others = supposed.filter((one) => codingKey(one.coding) !== key);
      const study = supposing(coded.study, others);
      const rest = balanceAt(study, { asOf: coded.asOf }, coded.gathered);
      const { down, up } = notchRange(study, coding);
      const moved = movedIndex(rest, indexLevers(rest)!, coding);
      return {
        key,
        text: codingText(study, coding),
        steps: Array.from({ length: down + up + 1 }, (_, i) => ({
          notch: i - down,
          value: codedText(recoded(study, coding, i - down), coding),
          index: moved(i - down),
        })),
        at: supposed.find((one) => codingKey(one.coding) === key)?.notches ?? 0,
        others: others.map(suppositionKey),
      };
    })
    .filter(({ steps }) => steps.length > 1);
}
