import type { Balance } from "../../analysis/balance.ts";
import { impactBalances, tensions, totalImpactScore } from "../../analysis/cross-impact/balance.ts";
import { systemOf, systemProblem } from "../../analysis/cross-impact/case-system.ts";
import { configurationCode, configurationOf } from "../../analysis/cross-impact/configuration-code.ts";
import { strains } from "../../analysis/cross-impact/strain.ts";
import { methodOf } from "../../analysis/default-method.ts";
import { figureText } from "../figure-text.ts";
import { inLanguage } from "../../language.ts";
import { counted } from "../sentence.ts";
import { assessmentSources, factorRecord, frameRecord, sourcesOf } from "./provenance.ts";
import type { Trace, TraceCell, TraceRow } from "./trace.ts";

/** The total impact score of a scenario: the balance of every factor's state in it, and of its strongest rival. */
export function scenarioTrace(balance: Balance, code: string): Trace | undefined {
  const { study } = balance;
  const configuration = configurationOf(study, code);
  if (!configuration || systemProblem(study)) return undefined;
  const { system } = systemOf(study);
  const balances = impactBalances(system, configuration);
  const score = totalImpactScore(system, configuration);
  const pulled = strains(study, system, configuration);
  return {
    key: `scenario/${code}`,
    title: "Score of a scenario",
    figure: { value: score, form: "count" },
    says: "How strongly the states of a scenario hold each other up: the sum of their impact balances.",
    arithmetic: {
      columns: ["Factor and state", "Balance", "Of its strongest rival"],
      rows: tensions(system, configuration).map(({ factor, rival }): TraceRow => {
        const at = (state: number): TraceCell => ({
          value: balances[system.offsets[factor]! + state]!,
          form: "steps",
        });
        const active = configuration[factor]!;
        return {
          label: `${inLanguage(study.factors[factor]!.name)}: ${stateName(balance, factor, active)}`,
          cells: [at(active), at(rival)],
          opens: `state-balance/${code}/${study.factors[factor]!.id}`,
        };
      }),
      total: { label: "Score", cells: [{ value: score, form: "count" }, { text: "" }] },
      lines: [
        ...(study.factors.some(({ kind }) => kind === "decision")
          ? ["a decision is taken as chosen, whatever its balance"]
          : []),
        ...pulled.map(
          ({ factor, rival, gap }) =>
            `${inLanguage(study.factors[factor]!.name)} is pulled to ${stateName(balance, factor, rival)}, by ${gap}`,
        ),
        pulled.length === 0
          ? "consistent: no rival’s balance is above that of the state it would replace"
          : `not consistent: ${counted(pulled.length, "factor")} pulled elsewhere, by ${pulled[0]!.gap} at most`,
      ],
    },
    records: [frameRecord(study)],
    sources: assessmentSources(study),
  };
}

/** The impact balance of a factor's state in a scenario: what every other factor's state adds to it. */
export function stateBalanceTrace(balance: Balance, code: string, id: string): Trace | undefined {
  const { study } = balance;
  const configuration = configurationOf(study, code);
  const on = study.factors.findIndex((factor) => factor.id === id);
  const factor = study.factors[on];
  if (!configuration || !factor || systemProblem(study)) return undefined;
  const { system } = systemOf(study);
  const balances = impactBalances(system, configuration);
  const active = configuration[on]!;
  const { rival, gap } = tensions(system, configuration)[on]!;
  const acting = study.factors.flatMap((from, i) => {
    const state = from.states[configuration[i]!]!;
    const impact = study.impacts.find(
      (candidate) => candidate.on === id && candidate.from.factor === from.id && candidate.from.state === state.id,
    );
    return impact ? [{ from, state, impact }] : [];
  });
  const { inertia } = methodOf(study);
  return {
    key: `state-balance/${configurationCode(configuration)}/${id}`,
    title: `${inLanguage(factor.name)}: ${stateName(balance, on, active)}`,
    figure: { value: balances[system.offsets[on]! + active]!, form: "steps" },
    says: "The impact balance of a state: what the states of the scenario add to it, for and against.",
    arithmetic: {
      columns: ["State that acts", ...factor.states.map(({ name }) => inLanguage(name))],
      rows: acting.map(({ from, state, impact }): TraceRow => ({
        label: `${inLanguage(from.name)}: ${inLanguage(state.name)}`,
        cells: factor.states.map((each) => ({ value: impact.values[each.id] ?? 0, form: "steps" })),
        opens: `impact/${impact.id}/${factor.states[active]!.id}`,
      })),
      total: {
        label: "Balance",
        cells: factor.states.map((_, state) => ({ value: balances[system.offsets[on]! + state]!, form: "steps" })),
      },
      lines: [
        gap > 0
          ? `${stateName(balance, on, rival)} has the higher balance, by ${figureText(gap, "count")}`
          : "no other state has a higher balance",
        ...(factor.kind === "decision" ? ["it is decided, and impacts do not move it"] : []),
        `a factor leaves its state only for a gain above κ = ${figureText(inertia, "number")}`,
      ],
    },
    records: [factorRecord(factor)],
    sources: sourcesOf(study, [...(factor.citations ?? []), ...acting.flatMap(({ impact }) => impact.citations ?? [])]),
  };
}

function stateName({ study }: Balance, factor: number, state: number): string {
  return inLanguage(study.factors[factor]!.states[state]!.name);
}
