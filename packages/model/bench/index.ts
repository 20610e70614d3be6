import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import {
  balanceAt,
  dayOf,
  indexSeries,
  levels,
  shiftsOf,
  withShift,
  type Case,
  type FactorId,
  type Shift,
} from "../src/index.ts";
import "./chamber.ts";
import "./outlook.ts";
import "./scenarios.ts";
import "./sensitivity.ts";
import { smallData, study } from "../test/small-study.ts";

const from = dayOf("2018-01-01");
const to = dayOf("2020-12-31");
const factors = Array.from({ length: 8 }, (_, i) => `factor-${i}`);

function wideStudy(): Case {
  return study({
    ...smallData,
    case: { ...smallData.case, period: "2018-01-01/2020-12-31" },
    factors: factors.map((id) => ({ ...smallData.factors[0], id })),
    events: [],
  });
}

function manyShifts(count: number): Shift[] {
  let seed = 1;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, i) => {
    const start = from + draw(to - from);
    const steps = draw(7) - 3 || 1;
    return {
      event: `event-${i}` as Shift["event"],
      factor: factors[draw(8)] as FactorId,
      start,
      end: start,
      steps,
      report: 0.8,
      attribution: 1,
      weight: 0.8,
      mean: steps * 0.2,
      variance: 0.02,
      halfLifeDays: 90,
    };
  });
}

function median(run: () => void, times = 9): number {
  run();
  const seconds = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return seconds.toSorted((a, b) => a - b)[Math.floor(times / 2)]!;
}

function line(what: string, value: number, unit: string, goal: number): void {
  console.log(`${what}: ${value.toPrecision(5)} ${unit} (goal ${goal} ${unit}, ratio ${(value / goal).toFixed(2)})`);
}

const wide = wideStudy();
const shifts = manyShifts(1_000_000);
line(
  "index series over 1,000,000 effects, 8 factors, 1,096 days",
  median(() => void indexSeries(wide, shifts, from, to)),
  "ms",
  100,
);

const before = levels(wide, shifts, to)[0]!;
const appended = shifts[0]!;
const appends = 100_000;
const appendMs = median(() => {
  let level = before;
  for (let i = 0; i < appends; i++) level = withShift(before, appended, to - (i % 7));
  if (Number.isNaN(level.x)) throw new Error("an append gave no level");
});
line("one append", (appendMs * 1000) / appends, "µs", 5);

const coded = study({
  ...smallData,
  events: Array.from({ length: 10_000 }, (_, i) => ({ ...smallData.events[i % 2], id: `event-${i}` })),
});
const codedShifts = shiftsOf(coded).length;
const shiftsMs = median(() => void shiftsOf(coded), 5);
console.log(
  `reading ${codedShifts} effects of 10,000 events into shifts: ${shiftsMs.toPrecision(3)} ms, ${((shiftsMs * 1000) / codedShifts).toPrecision(3)} µs each`,
);
console.log(
  `balance of the small case at one moment: ${median(() => void balanceAt(study(smallData), { asOf: to })).toPrecision(3)} ms with its reading`,
);

const bundle = await rolldown({
  input: new URL("../dist/index.js", import.meta.url).pathname,
  external: ["zod"],
  platform: "neutral",
});
const { output } = await bundle.generate({ format: "esm", minify: true });
const code = output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("");
line("entry bundled alone without zod, gzip", gzipSync(code, { level: 9 }).length / 1000, "kB", 12);
