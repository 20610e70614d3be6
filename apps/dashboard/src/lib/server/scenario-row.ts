import { inLanguage, type Balance, type Case, type Option } from "@mizan/model";
import { destination } from "@mizan/model/outlook";
import {
  configurationCode,
  consistentConfigurations,
  givenOf,
  heldDecisions,
  presentConfiguration,
  strains,
  systemOf,
  totalImpactScore,
  type Configuration,
} from "@mizan/model/scenarios";
import { figureText, listed } from "@mizan/model/words";

/** A combination of states in a line. */
export interface ScenarioRow {
  /** Its code, which its trace is named by. */
  code: string;
  states: Configuration;
  score: number;
  /** What pulls it apart, the strongest pull first; nothing where it is consistent. */
  pulls: readonly { factor: string; name: string; to: string; gap: number }[];
  /** What has to be decided for it, where that is not how it stands. */
  under: string | undefined;
  /** The courses of action that lead there from the present. */
  reached: readonly string[];
}

/** The scenarios of a case, and where it is among them. */
export interface ScenarioRows {
  /** Undefined where some factor's present state is not known. */
  here: ScenarioRow | undefined;
  /** Consistent ones, the highest score first, then those that courses rest in all the same. */
  rows: readonly ScenarioRow[];
  /** How many consistent ones there are. */
  found: number;
  /** How far the search went, where it did not reach its end. */
  cut: string | undefined;
}

/** Rows shown beside those that a course of action reaches. */
const mostRows = 24;
/** Bounds of the search: a page is answered well within a second. */
const bounds = { mostSolutions: 10_000, mostNodes: 100_000 };

/** The consistent scenarios for every choice of the decisions, given what lies outside. METHODS §5. */
export function scenarioRows(balance: Balance, options: readonly Option[], carryOn: string): ScenarioRows {
  const { study, states } = balance;
  const { system } = systemOf(study);
  const present = presentConfiguration(study, states);
  const search = consistentConfigurations(system, { ...givenOf(study, present), ...bounds });
  const leads = [undefined, ...options].map((option) => ({
    name: option ? inLanguage(option.name) : carryOn,
    to: destination(balance, option?.id),
  }));
  const ends = leads.flatMap(({ name, to }) => (to?.settles ? [{ name, end: to.end[0]! }] : []));
  const rowOf = (configuration: Configuration): ScenarioRow => ({
    code: configurationCode(configuration),
    states: configuration,
    score: totalImpactScore(system, configuration),
    pulls: strains(study, system, configuration).map(({ factor, rival, gap }) => {
      const { id, name, shortName, states: own } = study.factors[factor]!;
      return { factor: id, name: inLanguage(shortName ?? name), to: inLanguage(own[rival]!.name), gap };
    }),
    under: underText(study, present, options, configuration),
    reached: ends.filter(({ end }) => same(end, configuration)).map(({ name }) => name),
  });
  const from = leads[0]!.to?.from;
  const here = from && rowOf(from);
  const consistent = search.consistent.map((found) => rowOf(found.states)).toSorted((a, b) => b.score - a.score);
  const listedCodes = new Set([...consistent.map(({ code }) => code), here?.code]);
  const rests = new Map(ends.map(({ end }) => [configurationCode(end), end]));
  return {
    here,
    rows: [
      ...consistent.filter(({ reached }, i) => i < mostRows || reached.length > 0),
      ...[...rests].filter(([code]) => !listedCodes.has(code)).map(([, end]) => rowOf(end)),
    ],
    found: consistent.length,
    cut:
      search.cut &&
      `The search stopped after ${figureText(search.nodes, "count")} partial combinations: there may be more.`,
  };
}

/** Which decisions a configuration asks for: the options that take them, or the states they would be in. */
function underText(
  study: Case,
  present: readonly (number | undefined)[],
  options: readonly Option[],
  configuration: Configuration,
): string | undefined {
  const other = study.factors.flatMap(({ kind, name, shortName, states }, i) =>
    kind === "decision" && present[i] !== undefined && present[i] !== configuration[i]
      ? [`${inLanguage(shortName ?? name)} is ${inLanguage(states[configuration[i]!]!.name)}`]
      : [],
  );
  if (other.length === 0) return undefined;
  const takes = (option: Option) =>
    [...heldDecisions(study, present, option)].every(([factor, state]) => configuration[factor] === state);
  const under = options.filter(takes).map(({ name }) => inLanguage(name));
  return under.length > 0 ? `only under ${listed(under)}` : `only if ${listed(other)}`;
}

function same(a: Configuration, b: Configuration): boolean {
  return a.every((state, factor) => state === b[factor]);
}
