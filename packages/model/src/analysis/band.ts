/** Low and high end of a band, low first. */
export type Band = readonly [low: number, high: number];

/** How many standard deviations either side of the middle hold half, and nine tenths, of a normal distribution. */
export const halfWidth50 = 0.674;
export const halfWidth90 = 1.645;

/** The band of tanh of a normal quantity, times `scale`. */
export function tanhBand(x: number, sd: number, halfWidth: number, scale = 1): Band {
  return [scale * Math.tanh(x - halfWidth * sd), scale * Math.tanh(x + halfWidth * sd)];
}

/** Which side of 0 a band lies on: 0 where it touches or spans parity. */
export function sideOf([low, high]: Band): -1 | 0 | 1 {
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}
