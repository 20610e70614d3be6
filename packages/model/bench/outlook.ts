import { balanceAt, dayOf } from "../src/index.ts";
import { outlook } from "../src/analysis/outlook/index.ts";
import { firstCoding } from "../test/first-coding.ts";

const balance = balanceAt(firstCoding(), { asOf: dayOf("2020-07-08") });
const goalMs = 80;

outlook(balance);
for (const option of balance.study.options) {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    outlook(balance, { option: option.id });
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  const median = times[3]!;
  console.log(
    `outlook of 10,000 draws on the Iraq case, ${option.id}: ${median.toPrecision(3)} ms (goal ${goalMs} ms, ratio ${(median / goalMs).toFixed(2)})`,
  );
}
