import type { Random } from "./random.ts";

/** A source of standard normal numbers, by the polar method: Marsaglia and Bray (1964). */
export function normals(random: Random): () => number {
  let spare = 0;
  let spared = false;
  return () => {
    if (spared) {
      spared = false;
      return spare;
    }
    let [u, v, square] = [0, 0, 0];
    do {
      u = 2 * random() - 1;
      v = 2 * random() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = v * scale;
    spared = true;
    return u * scale;
  };
}
