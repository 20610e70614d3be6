import { dayOf } from "../src/index.ts";
import { sensitivity } from "../src/analysis/sensitivity/index.ts";
import { firstCoding } from "../test/first-coding.ts";
import { largeStudy } from "../test/large-study.ts";
import { closing } from "../test/random-study.ts";

const study = firstCoding();
const clocks = { asOf: dayOf("2020-07-08") };
const goalMs = 200;

const found = sensitivity(study, clocks);
const times = Array.from({ length: 9 }, () => {
  const start = performance.now();
  sensitivity(study, clocks);
  return performance.now() - start;
}).toSorted((a, b) => a - b);
const cells = found.outcomes.reduce((sum, { fragility: { coded, empty } }) => sum + coded.changes + empty.changes, 0);
console.log(
  `full sensitivity of the Iraq case, ${found.index!.flips.length} codings and ${cells} one-point changes: ${times[4]!.toPrecision(3)} ms (goal ${goalMs} ms, ratio ${(times[4]! / goalMs).toFixed(2)})`,
);

for (const [what, by] of [
  ["near parity", 0],
  ["far from it", 1],
] as const) {
  const drawn = largeStudy();
  const factors = drawn.factors.map((factor) =>
    factor.scale ? { ...factor, scale: { ...factor.scale, baseline: factor.scale.baseline + by } } : factor,
  );
  const start = performance.now();
  const { index } = sensitivity({ ...drawn, factors }, { asOf: closing });
  const ms = performance.now() - start;
  console.log(
    `full sensitivity of 20 factors and 200 events, ${what}, ${index!.together?.moves.length} together${index!.together?.exact ? "" : " or fewer"}: ${ms.toPrecision(4)} ms (goal 2000 ms, ratio ${(ms / 2000).toFixed(2)})`,
  );
}
