/** An exact ratio: numerator over denominator, in lowest terms, the denominator above 0. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** A fraction in lowest terms. Throws RangeError for a denominator of 0. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError("a fraction needs a denominator other than 0");
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** "7/30", or "2" where nothing is left to divide. */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** Bits of a quotient beyond those a number keeps, so that it is rounded once. */
const spareBits = 64;

/** The nearest number, whatever the size of the parts; halves go to the even one, as in arithmetic with numbers. */
export function fractionNumber({ numerator, denominator }: Fraction): number {
  if (numerator < 0n) return -fractionNumber({ numerator: -numerator, denominator });
  const shift = Math.max(0, bitLength(denominator) - bitLength(numerator) + spareBits);
  const shifted = numerator << BigInt(shift);
  const quotient = shifted / denominator;
  const beyond = shifted % denominator === 0n ? 0n : 1n;
  const half = Math.floor(shift / 2);
  return Number(quotient | beyond) / 2 ** half / 2 ** (shift - half);
}

/** The largest whole number that divides both, at least 0; 0 only for two zeros. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

function bitLength(natural: bigint): number {
  return natural === 0n ? 0 : natural.toString(2).length;
}
