/** Layers of equal area that the bell is covered with, and where the lowest one ends and the tail begins. */
const layers = 128;
const tail = 3.442619855899;
const area = 9.91256303526217e-3;

/** Right edge of each layer, the lowest's as if it held the tail's area; and the bell's height at each edge. */
const edges = new Float64Array(layers + 1);
const heights = new Float64Array(layers + 1);
edges[0] = area / bell(tail);
edges[1] = tail;
for (let i = 2; i < layers; i++) edges[i] = Math.sqrt(-2 * Math.log(area / edges[i - 1]! + bell(edges[i - 1]!)));
for (let i = 0; i <= layers; i++) heights[i] = bell(edges[i]!);

/** A source of standard normal numbers from one of 32 random bits, by the ziggurat of Marsaglia and Tsang (2000). */
export function normals(bits: () => number): () => number {
  const random = () => bits() / 2 ** 32;
  return () => {
    for (;;) {
      // One draw gives the layer (7 bits), the side (1 bit) and the place in the layer (24 bits), which share none.
      const drawn = bits();
      const layer = drawn & 127;
      const side = drawn & 128 ? 1 : -1;
      const x = (drawn >>> 8) * 2 ** -24 * edges[layer]!;
      if (x < edges[layer + 1]!) return side * x;
      if (layer === 0) return side * beyondTail(random);
      if (heights[layer]! + random() * (heights[layer + 1]! - heights[layer]!) < bell(x)) return side * x;
    }
  };
}

/** A number beyond where the layers end, by Marsaglia (1964). */
function beyondTail(random: () => number): number {
  for (;;) {
    const x = -Math.log(1 - random()) / tail;
    const y = -Math.log(1 - random());
    if (2 * y > x * x) return tail + x;
  }
}

function bell(x: number): number {
  return Math.exp((-x * x) / 2);
}
