import { heaviestFirst, minimalWinningCounts } from "./minimal-count.ts";
import { coalitionsOfSize, minimalSearch } from "./minimal-search.ts";
import { chamberProblem, ChamberError, checkRules, type VotingRule } from "./voting-rule.ts";

/** Minimal winning coalitions: all of them, unless `cut` says what stopped the list. */
export interface MinimalWinning {
  /** Voters by place, heaviest first by the first rule. Fewest members first; among as many, the heaviest first differ. */
  coalitions: readonly (readonly number[])[];
  /** How many there are of each number of members, from 0 up, exactly; undefined where that is out of reach. */
  counts: readonly bigint[] | undefined;
  /** Set where there are more than are listed, or may be: the cap on coalitions or on the steps of the search was met. */
  cut: "coalitions" | "steps" | undefined;
}

export interface MinimalWinningOptions {
  /** Voters, by place, that every coalition must have among its members. */
  including?: readonly number[];
  /** The most coalitions that are listed; a whole number from 0. */
  most?: number;
  /** The most partial coalitions that are looked at; a whole number from 0. */
  mostSteps?: number;
}

/** As many as a page can show. */
const defaultMost = 100;
/** About a second of search. */
const defaultSteps = 5_000_000;

/**
 * The coalitions that win and can spare none of their members, under one rule or several at once; with `including`, those
 * of them that the given voters belong to. Throws ChamberError for rules that make no chamber, for a voter that there is
 * not, and for a cap that is no whole number from 0. Von Neumann and Morgenstern (1944).
 */
export function minimalWinning(rules: readonly VotingRule[], options: MinimalWinningOptions = {}): MinimalWinning {
  const { including = [], most = defaultMost, mostSteps = defaultSteps } = options;
  checkRules(rules);
  const voters = rules[0]!.weights.length;
  const strangers = including.filter((voter) => !Number.isInteger(voter) || voter < 0 || voter >= voters);
  const problems = [
    ...strangers.map((voter) => chamberProblem(["including"], "unknown voter", voter)),
    ...Object.entries({ most, mostSteps })
      .filter(([, cap]) => !Number.isSafeInteger(cap) || cap < 0)
      .map(([name, cap]) => chamberProblem([name], "expected a whole number from 0", cap)),
  ];
  if (problems.length > 0) throw new ChamberError(problems);
  const given = new Set(including);
  const exact = rules.length === 1 ? minimalWinningCounts(rules[0]!, given) : undefined;
  const search = minimalSearch(rules, heaviestFirst(rules[0]!.weights), given, mostSteps);
  const found = Array.from({ length: voters + 1 }, () => 0n);
  const coalitions: number[][] = [];
  for (let size = Math.max(1, given.size); size <= voters; size++) {
    if (exact?.[size] === 0n) continue;
    for (const coalition of coalitionsOfSize(search, size)) {
      if (coalitions.length >= most) return { coalitions, counts: exact, cut: "coalitions" };
      coalitions.push(coalition);
      found[size]! += 1n;
      if (found[size] === exact?.[size]) break;
    }
    if (search.stepsLeft < 0) return { coalitions, counts: exact, cut: "steps" };
  }
  return { coalitions, counts: found, cut: undefined };
}
