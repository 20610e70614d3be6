/**
 * Φ, the share of a standard normal distribution below z: absolute error under 1e-14, far tails to seven digits. Hart's
 * rational approximations as arranged by West, "Better approximations to cumulative normal functions" (Wilmott, 2005).
 */
export function normalShareBelow(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const distance = Math.abs(z);
  let tail = 0;
  if (distance <= 37) {
    const density = Math.exp((-distance * distance) / 2);
    tail =
      distance < 7.07106781186547
        ? (density * polynomial(numerator, distance)) / polynomial(denominator, distance)
        : density / (continuedFraction(distance) * 2.506628274631);
  }
  return z > 0 ? 1 - tail : tail;
}

const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function polynomial(coefficients: readonly number[], z: number): number {
  return coefficients.reduce((sum, coefficient) => sum * z + coefficient, 0);
}

function continuedFraction(z: number): number {
  return z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
}
