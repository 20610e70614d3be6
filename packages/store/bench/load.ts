import { dailyEvidence, dayOf, scaledFactors, shiftsOf } from "@mizan/model";
import { openStore } from "../src/index.ts";
import { evidenceOf } from "../test/evidence-of.ts";
import { figure } from "./figure.ts";
import { largeCase } from "./large-case.ts";
import { atEachEngine } from "./places.ts";

const count = Number(process.env["MIZAN_BENCH_EVENTS"] ?? 1_000_000);
const study = largeCase("large", count);
const from = dayOf("2018-01-01");
const to = dayOf("2020-12-31");
const million = `a case of ${count.toLocaleString("en")} events`;

async function seconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const answer = await work();
  return [(performance.now() - start) / 1000, answer];
}

const pure = dailyEvidence(scaledFactors(study), shiftsOf(study), from, to);

await atEachEngine(async ({ name, location }) => {
  const store = await openStore(location);
  const [loading] = await seconds(() => store.load(study, { author: "bench" }));
  figure(`${name}, load ${million}`, loading, "s", 30);
  const [comparing] = await seconds(() => store.load(study, { author: "bench" }));
  figure(`${name}, find ${million} loaded already`, comparing, "s", 30);

  const [first, evidence] = await seconds(() => evidenceOf(store, "large", { from, to }));
  figure(`${name}, by-day sums of ${million}`, first * 1000, "ms", 600);
  const [past] = await seconds(() => evidenceOf(store, "large", { from, to, knownAt: dayOf("2019-06-30") }));
  figure(`${name}, by-day sums as known on a day of ${million}`, past * 1000, "ms", 1000);
  let worst = 0;
  for (const kind of ["fading", "lasting"] as const)
    for (const [factor, sums] of pure[kind])
      for (const side of ["mean", "variance"] as const)
        sums[side].forEach((value, i) => {
          const other = evidence[kind].get(factor)![side][i]!;
          worst = Math.max(worst, Math.abs(other - value) / Math.max(1, Math.abs(value)));
        });
  figure(`${name}, by-day sums differ from the pure functions by at most`, worst, "", 1e-9);

  const [studying] = await seconds(() => store.study("large", { kinds: ["factors", "sources", "actors"] }));
  figure(`${name}, the case without its events`, studying * 1000, "ms", 50);
  const [verifying, verified] = await seconds(() => store.verify("large"));
  if (verified[0]!.faults.length > 0) throw new Error(JSON.stringify(verified));
  figure(`${name}, verify ${million}`, verifying, "s", 60);
  await store.close();
});
