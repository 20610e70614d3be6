import type { Balance } from "../../analysis/balance.ts";
import { systemProblem } from "../../analysis/cross-impact/case-system.ts";
import { optionOf } from "../../analysis/outlook/option-of.ts";
import { outlook, type DrawnShare, type Outlook } from "../../analysis/outlook/outlook.ts";
import type { Option } from "../../option.ts";
import { figureText } from "../figure-text.ts";
import { inLanguage } from "../../language.ts";
import { likelihoodWord } from "../likelihood-range.ts";
import { factorName } from "./names.ts";
import { factorRecord, frameRecord, recordOf, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRecord, TraceRow } from "./trace.ts";

/** How often an outcome holds in the draws of a course of action, or with nothing forced. METHODS §6. */
export function outlookTrace(balance: Balance, id: string, optionId: string): Trace | undefined {
  const { study } = balance;
  const drawn = drawnUnder(balance, optionId);
  const outcome = study.outcomes.find((candidate) => candidate.id === id);
  if (!drawn || !outcome) return undefined;
  const { found, option, key } = drawn;
  const share = found.outcomes.find((row) => row.outcome === outcome.id)!;
  const rows = outcome.when.flatMap((all) =>
    Object.entries(all).map(([factor, admitted]): TraceRow => {
      const states = study.factors.find((candidate) => candidate.id === factor)!.states;
      const ends = found.factors.find((row) => row.factor === factor)!.states;
      const within = ends.filter(({ state }) => admitted.includes(state));
      return {
        label: `${factorName(balance, factor)}: ${states
          .filter((state) => admitted.includes(state.id))
          .map(({ name }) => inLanguage(name))
          .join(" or ")}`,
        cells: [{ value: within.reduce((sum, row) => sum + row.share, 0), form: "share" }],
        opens: key("ends", factor),
      };
    }),
  );
  return {
    key: key("outlook", id),
    title: inLanguage(outcome.name),
    figure: { value: share.share, form: "share" },
    says: `${underWords(option)}, this holds where the case comes to rest in so many of the draws. It is the model’s share, not the world’s.`,
    arithmetic: {
      columns: ["Holds where", "Draws that end so"],
      rows,
      lines: [
        ...(outcome.when.length > 1
          ? ["any one of these is enough"]
          : rows.length > 1
            ? ["all of these together"]
            : []),
        ...drawLines(found, share),
        ...(likelihoodWord(share.share) ? [`in ICD 203’s words: ${likelihoodWord(share.share)}`] : []),
        ...(share.assumed
          ? ["assumed, not found: one cell leads from a state that is set straight to a state of this outcome"]
          : []),
      ],
    },
    records: [
      recordOf("outcomes", outcome, outcome.name, [["Bears on", outcome.judgement?.toUpperCase()]]),
      ...optionRecords(option),
    ],
    sources: sourcesOf(study, [...(outcome.citations ?? []), ...(option?.citations ?? [])]),
  };
}

/** In which states a factor ends in the draws of a course of action; the likeliest as the figure. */
export function endsTrace(balance: Balance, id: string, optionId: string): Trace | undefined {
  const { study } = balance;
  const drawn = drawnUnder(balance, optionId);
  const factor = study.factors.find((candidate) => candidate.id === id);
  if (!drawn || !factor) return undefined;
  const { found, option, key } = drawn;
  const ends = found.factors.find((row) => row.factor === factor.id)!.states;
  const most = ends.toSorted((a, b) => b.share - a.share)[0]!;
  const now = balance.states.find((state) => state.factor === factor.id)!.shares;
  const nameOf = (state: string) => inLanguage(factor.states.find((candidate) => candidate.id === state)!.name);
  return {
    key: key("ends", id),
    title: `${inLanguage(factor.name)}: ${nameOf(most.state)}`,
    figure: { value: most.share, form: "share" },
    says: `${underWords(option)}, the factor ends in this state more often than in any other.`,
    arithmetic: {
      columns: ["State", "Draws that end so", "Share now"],
      rows: ends.map(({ state, share }) => ({
        label: nameOf(state),
        cells: [
          { value: share, form: "share" },
          { value: now.find((each) => each.state === state)?.share ?? 0, form: "share" },
        ],
        opens: `state/${id}/${state}`,
      })),
      lines: drawLines(found, most),
    },
    records: [factorRecord(factor), ...optionRecords(option)],
    sources: sourcesOf(study, [...(factor.citations ?? []), ...(option?.citations ?? [])]),
  };
}

/** How often the draws of a course of action turn in a cycle and never settle. */
export function unsettledTrace(balance: Balance, optionId: string): Trace | undefined {
  const drawn = drawnUnder(balance, optionId);
  if (!drawn) return undefined;
  const { found, option, key } = drawn;
  return {
    key: key("unsettled"),
    title: "Never settles",
    figure: { value: found.unsettled.share, form: "share" },
    says: `${underWords(option)}, so many of the draws come back to states they have left and turn in a cycle. They count for no outcome.`,
    arithmetic: { columns: [], rows: [], lines: drawLines(found, found.unsettled) },
    records: [frameRecord(balance.study), ...optionRecords(option)],
    sources: sourcesOf(balance.study, option?.citations),
  };
}

interface Drawn {
  found: Outlook;
  option: Option | undefined;
  key: (...steps: string[]) => string;
}

/** The draws under an option, or with none where its id is empty. Undefined for a case that has no system. */
function drawnUnder(balance: Balance, optionId: string): Drawn | undefined {
  const { study } = balance;
  const id = study.options.find((candidate) => candidate.id === optionId)?.id;
  if ((optionId !== "" && id === undefined) || systemProblem(study)) return undefined;
  const found = outlook(balance, id === undefined ? {} : { option: id });
  return (
    found && {
      found,
      option: optionOf(study, id),
      key: (...steps) => [...steps, ...(id === undefined ? [] : [id])].join("/"),
    }
  );
}

function drawLines({ draws, seed, unsettled }: Outlook, { share, standardError }: DrawnShare): string[] {
  const count = (part: number) => figureText(part * draws, "count");
  return [
    `${count(share)} of ${count(1)} draws, seed ${seed}`,
    `standard error of the drawing: ${figureText(100 * standardError, "number")} percentage points`,
    "each draw takes the levels from their bands and every coded cell from its confidence, then follows succession to its end",
    `${count(unsettled.share)} draws never settle`,
  ];
}

function underWords(option: Option | undefined): string {
  return option ? `Under “${inLanguage(option.name)}”` : "If nobody decides anything new";
}

function optionRecords(option: Option | undefined): TraceRecord[] {
  return option ? [recordOf("options", option, option.name, [["What it is", option.summary]])] : [];
}
