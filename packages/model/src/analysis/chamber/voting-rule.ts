import { problemText, type Problem } from "../../problem.ts";

/** A rule of decision: a coalition meets it when its members' weights reach the quota. */
export interface VotingRule {
  /** A whole number from 1 to the sum of the weights. */
  quota: number;
  /** Whole numbers from 0, one for each voter. */
  weights: readonly number[];
}

/** Why something is no chamber or no vote: all reasons at once. */
export class ChamberError extends RangeError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.name = "ChamberError";
    this.problems = problems;
  }
}

/** A problem of a chamber, its place counted from the chamber down. */
export function chamberProblem(place: readonly (string | number)[], problem: string, value?: unknown): Problem {
  return { path: ["chamber", ...place], problem, value: Number.isNaN(value) ? "NaN" : value };
}

/**
 * Throws ChamberError, with every problem, unless the rules are of one chamber: at least one rule and one voter, as
 * many weights in each, whole and not negative, and a quota that somebody is needed to meet and everybody does.
 */
export function checkRules(rules: readonly VotingRule[]): void {
  const problems =
    rules.length === 0
      ? [chamberProblem(["rules"], "expected at least one rule")]
      : rules.flatMap((rule, i) => ruleProblems(rule, ["rules", i], rules[0]!.weights.length));
  if (problems.length > 0) throw new ChamberError(problems);
}

function ruleProblems({ quota, weights }: VotingRule, at: readonly (string | number)[], voters: number): Problem[] {
  const problems = weights.flatMap((weight, voter) =>
    Number.isSafeInteger(weight) && weight >= 0
      ? []
      : [chamberProblem([...at, "weights", voter], "expected a whole number from 0", weight)],
  );
  const whole = problems.length === 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) problems.push(chamberProblem([...at, "weights"], "expected at least one voter"));
  else if (weights.length !== voters)
    problems.push(
      chamberProblem([...at, "weights"], `expected ${voters} voters, as in the first rule`, weights.length),
    );
  if (whole && !Number.isSafeInteger(total))
    problems.push(chamberProblem([...at, "weights"], "expected weights with a sum below 2^53", total));
  if (!Number.isSafeInteger(quota)) problems.push(chamberProblem([...at, "quota"], "expected a whole number", quota));
  else if (quota <= 0)
    problems.push(chamberProblem([...at, "quota"], "expected at least 1, as everybody meets less", quota));
  else if (whole && weights.length > 0 && quota > total)
    problems.push(chamberProblem([...at, "quota"], `expected at most ${total}, as nobody meets more`, quota));
  return problems;
}

/** The same rule in the smallest whole numbers: the same coalitions meet it. */
export function inLowestTerms({ quota, weights }: VotingRule): VotingRule {
  const unit = weights.reduce(commonDivisor, 0);
  return { quota: Math.ceil(quota / unit), weights: weights.map((weight) => weight / unit) };
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
