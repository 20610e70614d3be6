import { dayOf } from "../src/index.ts";
import { sensitivity } from "../src/analysis/sensitivity/index.ts";
import { firstCoding } from "../test/first-coding.ts";

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
