import type { Case } from "../../case.ts";
import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";
import { defaultMove, stakeholderBalance, standsOn } from "../../analysis/stakeholders/index.ts";
import { bandText, figureText } from "../figure-text.ts";
import { recordOf, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRow } from "./trace.ts";

/**
 * Where an issue's weight lies: its `mean`, its `median` (the lower of two), or a contest of two positions by its place
 * in the list of them, from 0, as `0-a`, `0-b` or `0-neither`.
 */
export function issueTrace({ study }: Balance, id: string, what: string): Trace | undefined {
  const issue = study.case.issues?.find((candidate) => candidate.id === id);
  const stands = standsOn(study, id);
  if (!issue || stands.length === 0) return undefined;
  const found = stakeholderBalance(stands, { scale: issue.scale });
  const [, place, side] = /^(\d+)-(a|b|neither)$/.exec(what) ?? [];
  const contest = place === undefined ? undefined : found.pairwise[Number(place)];
  if (contest) {
    const value = side === "a" ? contest.forA : side === "b" ? contest.forB : contest.neither;
    return {
      ...basisOf(study, issue, what),
      title: `${figureText(contest.a, "number")} against ${figureText(contest.b, "number")}`,
      figure: { value, form: "number" },
      says: "Weight, capability times salience, of the actors that this position is nearer to.",
      arithmetic: {
        columns: ["Actor", "Position", "Weight"],
        rows: stands.flatMap((stand): TraceRow[] => {
          const lean = Math.sign(Math.abs(stand.position - contest.b) - Math.abs(stand.position - contest.a));
          if ((side === "a" ? 1 : side === "b" ? -1 : 0) !== lean) return [];
          return [
            {
              label: actorName(study, stand.name),
              cells: [
                { value: stand.position, form: "number" },
                { value: stand.capability * stand.salience, form: "number" },
              ],
            },
          ];
        }),
        total: { label: "Weight", cells: [{ text: "" }, { value, form: "number" }] },
        lines: [],
      },
    };
  }
  if (what !== "mean" && what !== "median") return undefined;
  const total = stands.reduce((sum, { capability, salience }) => sum + capability * salience, 0);
  return {
    ...basisOf(study, issue, what),
    title: `${inLanguage(issue.question)}: ${what}`,
    figure: { value: what === "mean" ? found.mean : found.median[0], form: "number", band90: [...found.band[what]] },
    says:
      what === "mean"
        ? "The mean of the positions, each weighed by capability times salience."
        : "The position that beats or ties every other when each actor prefers the nearer one.",
    arithmetic: {
      columns: ["Actor", "Weight w", "Position p", "w·p / Σw"],
      rows: stands.map(({ name, position, salience, capability }): TraceRow => {
        const weight = capability * salience;
        return {
          label: actorName(study, name),
          cells: [
            { value: weight, form: "number" },
            { value: position, form: "number" },
            { value: (weight * position) / total, form: "number" },
          ],
        };
      }),
      lines: [
        `with any one input moved by ${figureText(defaultMove, "share")} of itself: ${bandText(found.band[what], "number")}`,
      ],
    },
  };
}

type Issue = NonNullable<Case["case"]["issues"]>[number];

function basisOf(study: Case, issue: Issue, what: string): Pick<Trace, "key" | "records" | "sources"> {
  const all = study.stakeholders.filter((stakeholder) => stakeholder.issue === issue.id);
  return {
    key: `issue/${issue.id}/${what}`,
    records: all
      .slice(0, 3)
      .map((one) => recordOf("stakeholders", one, { en: actorName(study, one.actor) }, [["Why", one.rationale]])),
    sources: sourcesOf(
      study,
      all.flatMap(({ citations }) => citations ?? []),
    ),
  };
}

function actorName({ actors }: Case, id: string): string {
  return inLanguage(actors.find((actor) => actor.id === id)?.name ?? { en: id });
}
