import { InvalidArgumentError } from "commander";
import { largestSeed } from "@mizan/model";

/** Reads a whole number given for an option of the command line, within its bounds. */
export function wholeOption(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
    if (!Number.isSafeInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(
        `expected a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ""}`,
      );
    return number;
  };
}

/** Reads a seed: the same seed draws the same. */
export const seedOption = wholeOption(0, largestSeed);
