import { fraction, fractionNumber, fractionText, type Fraction } from "../fraction.ts";
import { swingsBySize } from "./swing.ts";
import { checkRules, type VotingRule } from "./voting-rule.ts";

/** One index of all voters, in their order: exactly, and as the nearest numbers. Each from 0 to 1. */
export interface ExactShares {
  fractions: readonly Fraction[];
  numbers: readonly number[];
}

/** How much each voter's vote decides, before anybody has declared anything. */
export interface PowerIndices {
  /** Share of all orders of the voters in which this one turns the tide; sums to 1. Shapley and Shubik (1954). */
  shapleyShubik: ExactShares;
  /** Own swings over everybody's swings; sums to 1. Banzhaf (1965). */
  banzhaf: ExactShares;
  /** Share of the others' coalitions that the voter swings. Penrose (1946). */
  penrose: ExactShares;
  /** Coalitions of the others that the voter turns from losing to winning. */
  swings: readonly bigint[];
}

/**
 * The exact power indices of a chamber under one rule, or under several that must all be met: shares from 0 to 1, as
 * fractions and as the numbers nearest to them, voters in the order of the weights. Shapley–Shubik and Banzhaf sum to 1;
 * Penrose is of the others' coalitions. A voter of weight 0 is legal and has index 0. Shapley and Shubik (1954), Penrose
 * (1946), Banzhaf (1965). Throws ChamberError for rules that make no chamber, and for weights so many or so large that
 * an exact count is out of reach. It says nothing about armed coercion.
 */
export function powerIndices(rules: readonly VotingRule[]): PowerIndices {
  checkRules(rules);
  const bySize = swingsBySize(rules);
  const voters = bySize.length;
  const factorials = [1n];
  for (let n = 1; n <= voters; n++) factorials.push(factorials[n - 1]! * BigInt(n));
  const orders = bySize.map((_, size) => factorials[size]! * factorials[voters - size - 1]!);
  const pivots = bySize.map(
    oncePerKind((sizes) => sizes.reduce((sum, count, size) => sum + count * orders[size]!, 0n)),
  );
  const swings = bySize.map(oncePerKind((sizes) => sizes.reduce((sum, count) => sum + count, 0n)));
  const total = swings.reduce((sum, count) => sum + count, 0n);
  return {
    shapleyShubik: shares(pivots, factorials[voters]!),
    banzhaf: shares(swings, total),
    penrose: shares(swings, 2n ** BigInt(voters - 1)),
    swings,
  };
}

/** Voters alike share one array of swings. */
function oncePerKind(work: (sizes: bigint[]) => bigint): (sizes: bigint[]) => bigint {
  const done = new Map<bigint[], bigint>();
  return (sizes) => {
    const result = done.get(sizes) ?? work(sizes);
    done.set(sizes, result);
    return result;
  };
}

function shares(parts: readonly bigint[], whole: bigint): ExactShares {
  const exact = new Map<bigint, Fraction>();
  for (const part of parts) if (!exact.has(part)) exact.set(part, fraction(part, whole));
  const fractions = parts.map((part) => exact.get(part)!);
  return { fractions, numbers: fractions.map(fractionNumber) };
}

/** Exact shares as they cross a border: fractions as "7/30". */
export interface SharesJson {
  numbers: readonly number[];
  fractions: readonly string[];
}

/** Power indices as plain JSON; swings above 2^53 − 1 are decimal strings. */
export interface PowerIndicesJson {
  shapleyShubik: SharesJson;
  banzhaf: SharesJson;
  penrose: SharesJson;
  swings: readonly (number | string)[];
}

/** The power indices as the commands and the HTTP interface give them: shares from 0 to 1, exact as fractions in text. */
export function powerIndicesJson({ shapleyShubik, banzhaf, penrose, swings }: PowerIndices): PowerIndicesJson {
  return {
    shapleyShubik: sharesJson(shapleyShubik),
    banzhaf: sharesJson(banzhaf),
    penrose: sharesJson(penrose),
    swings: swings.map(countJson),
  };
}

/** A count as plain JSON: a decimal string above 2^53 − 1. */
export function countJson(count: bigint): number | string {
  return count > BigInt(Number.MAX_SAFE_INTEGER) ? String(count) : Number(count);
}

function sharesJson({ numbers, fractions }: ExactShares): SharesJson {
  return { numbers, fractions: fractions.map(fractionText) };
}
