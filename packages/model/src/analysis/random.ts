/** A source of numbers from 0 up to 1, the same for the same seed everywhere. */
export type Random = () => number;

/** Seeds go from 0 to this: beyond, two would draw the same. */
export const largestSeed = 2 ** 32 - 1;

/** Throws RangeError for a seed that is no whole number from 0 to 2^32 − 1: beyond, two seeds would draw the same. */
export function checkSeed(seed: number): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > largestSeed)
    throw new RangeError(`seed: expected a whole number from 0 to ${largestSeed}: ${String(seed)}`);
}

/** Uniform numbers from 0 up to 1 with 32 bits each. Throws RangeError for a seed that {@link checkSeed} refuses. */
export function seeded(seed: number): Random {
  const bits = seededBits(seed);
  return () => bits() / 2 ** 32;
}

/**
 * Seeded 32 random bits at a time, as a whole number from 0 to 2^32 − 1: sfc32 (Doty-Humphrey, PractRand), its state
 * spread by splitmix32. Throws RangeError for a seed that {@link checkSeed} refuses.
 */
export function seededBits(seed: number): () => number {
  checkSeed(seed);
  let mixer = seed | 0;
  const mix = () => {
    mixer = (mixer + 0x9e3779b9) | 0;
    let z = mixer;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) | 0;
  };
  let [a, b, c, counter] = [mix(), mix(), mix(), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
