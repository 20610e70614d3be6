import { greatestCommonDivisor } from "../fraction.ts";

/** With so many voters, no count of coalitions of one size exceeds 2^53: C(56, 28) is the largest. */
const mostVotersInOnePass = 56;
const modulusBits = 52;

/** How many times a computation is run to count exactly among so many voters. */
export function passesFor(voters: number): number {
  return moduliFor(voters).length;
}

/**
 * Counts of coalitions, each of one size, exactly: `count` is run once with plain numbers where they are large enough,
 * else modulo several numbers without a common divisor, and the remainders are put together (Garner 1959).
 * `count` adds and subtracts modulo its argument, which is Infinity where no remainder need be taken.
 */
export function exactCounts(voters: number, count: (modulus: number) => Float64Array): bigint[] {
  const moduli = moduliFor(voters);
  const [first, ...rest] = moduli.map(count);
  let product = BigInt(moduli[0] === Infinity ? 1 : moduli[0]!);
  let counts = Array.from(first!, BigInt);
  rest.forEach((residues, i) => {
    const modulus = BigInt(moduli[i + 1]!);
    const inverse = inverseOf(product % modulus, modulus);
    counts = counts.map((value, at) => {
      const missing = (((BigInt(residues[at]!) - value) % modulus) + modulus) % modulus;
      return value + product * ((missing * inverse) % modulus);
    });
    product *= modulus;
  });
  return counts;
}

function moduliFor(voters: number): number[] {
  if (voters <= mostVotersInOnePass) return [Infinity];
  const moduli: number[] = [];
  let product = 1n;
  for (let candidate = 2 ** modulusBits - 1; product <= 2n ** BigInt(voters); candidate -= 2)
    if (greatestCommonDivisor(product, BigInt(candidate)) === 1n) {
      moduli.push(candidate);
      product *= BigInt(candidate);
    }
  return moduli;
}

function inverseOf(number: bigint, modulus: bigint): bigint {
  let [r0, r1, t0, t1] = [modulus, number, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - quotient * r1, t1, t0 - quotient * t1];
  }
  return ((t0 % modulus) + modulus) % modulus;
}
