import { minimalWinning, powerIndices, type VotingRule } from "../src/analysis/chamber/index.ts";

/** The Electoral College of the United States, 2024 to 2028: votes of the 50 states and the District of Columbia. */
const electors = [
  54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 8, 8, 7, 7, 6, 6, 6,
  6, 6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3,
];
/** The 28 members of the European Union, 2017: inhabitants in ten thousands (Eurostat, rounded). */
const inhabitants = [
  8252, 6699, 6581, 6059, 4653, 3797, 1964, 1708, 1135, 1077, 1058, 1031, 1000, 980, 877, 710, 575, 550, 544, 478, 415,
  285, 207, 195, 132, 86, 59, 46,
];
const doubleMajority: readonly VotingRule[] = [
  { quota: 16, weights: inhabitants.map(() => 1) },
  { quota: 33_249, weights: inhabitants },
];

/** 51 seeded weights from 1 to 200, hardly two of them alike, under a majority of their sum. */
function seededChamber(): VotingRule {
  let seed = 1;
  const weights = Array.from({ length: 51 }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + Math.floor((seed / 2 ** 32) * 200);
  });
  return { quota: Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2) + 1, weights };
}

function measure(what: string, run: () => unknown, goal: number): void {
  run();
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const ms = times.toSorted((a, b) => a - b)[7]!;
  console.log(`${what}: ${ms.toPrecision(3)} ms (goal ${goal} ms, ratio ${(ms / goal).toFixed(2)})`);
}

const seeded = seededChamber();
measure(
  "all indices of a 51-voter chamber, Electoral College",
  () => powerIndices([{ quota: 270, weights: electors }]),
  10,
);
measure(`all indices of a 51-voter chamber, seeded, quota ${seeded.quota}`, () => powerIndices([seeded]), 10);
measure("all indices of a 28-voter double majority, population quota 33,249", () => powerIndices(doubleMajority), 300);
measure("first 100 minimal coalitions of the seeded chamber, all counted", () => minimalWinning([seeded]), 100);
