import type { Credibility, Grade, Reliability } from "../../grade.ts";
import { inLanguage } from "../../language.ts";
import type { Method } from "../../method.ts";
import type { Balance } from "../../analysis/balance.ts";
import { methodOf } from "../../analysis/default-method.ts";
import { citationWeight } from "../../analysis/evidence-weight.ts";
import { likelihoodRange } from "../likelihood-range.ts";
import { frameRecord, recordOf, sourcesOf } from "./provenance.ts";
import { stated } from "./stated.ts";
import type { Trace } from "./trace.ts";

/** The range of chances a judgement's likelihood word stands for; its lower end as the figure. */
export function likelihoodTrace({ study }: Balance, id: string): Trace | undefined {
  const judgement = study.judgements.find((candidate) => candidate.id === id);
  if (!judgement?.likelihood) return undefined;
  const [from, to] = likelihoodRange(judgement.likelihood);
  const record = recordOf("judgements", judgement, judgement.statement, [
    ["Likelihood", judgement.likelihood],
    ["Why this word", judgement.likelihoodRationale],
    ["Confidence", judgement.confidence],
    ["Why this confidence", judgement.confidenceRationale],
  ]);
  return {
    ...stated(
      `likelihood/${id}`,
      `${judgement.likelihood}: ${from} to ${to}%`,
      { value: from / 100, form: "share" },
      "The range ICD 203 gives to the word, in percent.",
      [record],
      sourcesOf(study, judgement.citations),
    ),
    figure: { value: from / 100, form: "share", band90: [from / 100, to / 100] },
  };
}

/** A stakeholder's position, salience or capability. */
export function stakeholderTrace({ study }: Balance, id: string, field: string): Trace | undefined {
  const stakeholder = study.stakeholders.find((candidate) => candidate.id === id);
  if (!stakeholder || (field !== "position" && field !== "salience" && field !== "capability")) return undefined;
  const actor = study.actors.find((candidate) => candidate.id === stakeholder.actor)!;
  const record = recordOf("stakeholders", stakeholder, actor.name, [["Why", stakeholder.rationale]]);
  return stated(
    `stakeholder/${id}/${field}`,
    `${inLanguage(actor.name)}: ${field}`,
    { value: stakeholder[field], form: "number" },
    stakeholder.rationale,
    [record],
    sourcesOf(study, stakeholder.citations),
  );
}

/** A constant of the method table, such as `method/reliability/B`. */
export function methodTrace({ study }: Balance, table: string, row?: string): Trace | undefined {
  const method: Method = methodOf(study);
  if (!Object.hasOwn(method, table)) return undefined;
  const entry = method[table as keyof Method];
  const value =
    typeof entry === "number"
      ? entry
      : row !== undefined && Object.hasOwn(entry, row)
        ? (entry as Record<string, number>)[row]
        : undefined;
  if (value === undefined) return undefined;
  const own = study.case.method && Object.hasOwn(study.case.method, table);
  return stated(
    ["method", table, ...(row === undefined ? [] : [row])].join("/"),
    row === undefined ? table : `${table}: ${row}`,
    { value, form: "number" },
    own
      ? `Set by this case. ${study.case.methodRationale ?? ""}`
      : "The default, a convention: no official number exists.",
    [frameRecord(study)],
    [],
  );
}

/** The weight of a citation by its grade, such as `grade/B2`. */
export function gradeTrace({ study }: Balance, text: string): Trace | undefined {
  if (!/^[A-F][1-6]$/.test(text)) return undefined;
  const method = methodOf(study);
  const [reliability, credibility] = [text[0] as Reliability, text[1] as Credibility];
  return {
    ...stated(
      `grade/${text}`,
      `Grade ${text}`,
      { value: citationWeight(text as Grade, method), form: "fraction" },
      "How much one citation of this grade weighs: the geometric mean of its two grades.",
      [frameRecord(study)],
      [],
    ),
    arithmetic: {
      columns: ["Grade", "Weight"],
      rows: [
        {
          label: `Reliability ${reliability}`,
          cells: [{ value: method.reliability[reliability], form: "number" }],
          opens: `method/reliability/${reliability}`,
        },
        {
          label: `Credibility ${credibility}`,
          cells: [{ value: method.credibility[credibility], form: "number" }],
          opens: `method/credibility/${credibility}`,
        },
      ],
      lines: ["√(r·c)"],
    },
  };
}
