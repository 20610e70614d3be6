import { figureText, type FigureForm } from "../figure-text.ts";
import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";
import { factorRecord, recordOf, sourcesOf } from "./provenance.ts";
import { stated } from "./stated.ts";
import type { Trace } from "./trace.ts";

/** A number of a factor's scale: `weight`, `baseline`, `halfLifeDays` or `cut-0`, `cut-1` … */
export function scaleTrace({ study }: Balance, id: string, field: string): Trace | undefined {
  const factor = study.factors.find((candidate) => candidate.id === id);
  if (!factor?.scale) return undefined;
  const { scale } = factor;
  const cut = /^cut-(\d)$/.exec(field);
  const found: Record<string, [value: number | undefined, form: FigureForm, says: string]> = {
    weight: [scale.weight, "number", scale.weightRationale],
    baseline: [scale.baseline, "x", scale.baselineRationale],
    halfLifeDays: [scale.halfLifeDays, "number", scale.halfLifeRationale],
  };
  const cutValue = cut ? scale.cuts[Number(cut[1])] : undefined;
  const entry = cut
    ? typeof cutValue === "number"
      ? ([cutValue, "level", "Where one state ends and the next begins."] as const)
      : undefined
    : Object.hasOwn(found, field)
      ? found[field]
      : undefined;
  if (!entry) return undefined;
  const [value, form, says] = entry;
  return stated(
    `factor/${id}/${field}`,
    inLanguage(factor.name),
    { value, form },
    says,
    [factorRecord(factor)],
    sourcesOf(study, factor.citations),
  );
}

/** The share of one state of a factor. */
export function stateTrace(balance: Balance, id: string, state: string): Trace | undefined {
  const factor = balance.study.factors.find((candidate) => candidate.id === id);
  const states = balance.states.find((candidate) => candidate.factor === id);
  const share = states?.shares.find((candidate) => candidate.state === state)?.share;
  const level = balance.levels.find((candidate) => candidate.factor === id);
  if (!factor || !states || share === undefined) return undefined;
  const position = factor.states.findIndex((candidate) => candidate.id === state);
  const cut = (index: number) => {
    const at = factor.scale?.cuts[index];
    return at === undefined
      ? "no bound"
      : at === "declared"
        ? "declared by an event only"
        : figureText(Math.atanh(at), "x");
  };
  return {
    ...stated(
      `state/${id}/${state}`,
      `${inLanguage(factor.name)}: ${inLanguage(factor.states[position]!.name)}`,
      { value: share, form: "share" },
      states.declared
        ? "Stated by an event or by the case's opening, not worked out from a level."
        : "The share of the level's distribution that lies between the cuts of this state.",
      [factorRecord(factor)],
      sourcesOf(balance.study, factor.citations),
    ),
    arithmetic: {
      columns: ["State", "Share"],
      rows: states.shares.map((row) => ({
        label: inLanguage(factor.states.find((candidate) => candidate.id === row.state)!.name),
        cells: [{ value: row.share, form: "share" }],
        ...(level ? { opens: `level/${id}` } : {}),
      })),
      lines:
        states.declared || !level
          ? []
          : [
              `between a = ${cut(position - 1)} and b = ${cut(position)}, in x`,
              `Φ((b − x)/σ) − Φ((a − x)/σ) with x = ${figureText(level.x, "x")}, σ = ${figureText(level.sd, "number")}`,
            ],
    },
  };
}

/** A cell of the cross-impact matrix. */
export function impactTrace({ study }: Balance, id: string, state: string): Trace | undefined {
  const impact = study.impacts.find((candidate) => candidate.id === id);
  const from = study.factors.find((factor) => factor.id === impact?.from.factor);
  const on = study.factors.find((factor) => factor.id === impact?.on);
  if (!impact || !from || !on || !on.states.some((candidate) => candidate.id === state)) return undefined;
  const name = (factor: typeof from, stateId: string) =>
    `${inLanguage(factor.name)} “${inLanguage(factor.states.find((candidate) => candidate.id === stateId)!.name)}”`;
  const value = (impact.values as Record<string, number>)[state] ?? 0;
  const verb = value > 0 ? "promotes" : value < 0 ? "hinders" : "leaves alone";
  return stated(
    `impact/${id}/${state}`,
    `${name(from, impact.from.state)} ${verb} ${name(on, state)}`,
    { value, form: "steps" },
    impact.rationale ?? "Direct influence of one state on another: 3 strong, 1 weak; minus hinders.",
    [
      recordOf("impacts", impact, { en: `${name(from, impact.from.state)} on ${inLanguage(on.name)}` }, [
        ["Confidence", impact.confidence],
      ]),
    ],
    sourcesOf(study, impact.citations),
  );
}
