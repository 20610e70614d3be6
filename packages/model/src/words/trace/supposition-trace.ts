import type { Case } from "../../case.ts";
import type { Citation } from "../../citation.ts";
import { balanceAt, type Balance } from "../../analysis/balance.ts";
import type { Coding } from "../../analysis/sensitivity/coding.ts";
import { supposing, suppositionOf } from "../../analysis/sensitivity/supposition.ts";
import { codingText, notchText } from "../coding-text.ts";
import { bandText, figureText } from "../figure-text.ts";
import { capital } from "../sentence.ts";
import { allCitations } from "./names.ts";
import { eventRecord, factorRecord, recordOf, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRecord, TraceRow } from "./trace.ts";

/** The index if one value had been coded otherwise; `line` as `suppositionKey` writes it. */
export function suppositionTrace(balance: Balance, line: string): Trace | undefined {
  const supposition = suppositionOf(line);
  if (!supposition || !balance.index) return undefined;
  const { study } = balance;
  const { coding, notches } = supposition;
  let then;
  try {
    then = balanceAt(supposing(study, [supposition]), balance, balance.gathered).index;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const { records, citations } = codedBy(study, coding);
  return {
    key: `if/${line}`,
    title: `${codingText(study, coding)}, ${notchText(coding, notches)}`,
    figure: { value: then!.index, form: "points", band90: then!.band90 },
    says: "Where the index would stand if this one value had been coded otherwise, all else as it is.",
    arithmetic: {
      columns: ["Index", "Points"],
      rows: [
        pointsRow("As coded", balance.index.index, "index"),
        pointsRow(capital(notchText(coding, notches)), then!.index),
      ],
      lines: [
        `X = ${figureText(balance.index.x, "x")} as coded, ${figureText(then!.x, "x")} with it`,
        `90% band: ${bandText(then!.band90, "points")}`,
      ],
    },
    records,
    sources: sourcesOf(study, citations),
  };
}

/** The record that holds a coded value, and what it cites. */
function codedBy(study: Case, coding: Coding): { records: TraceRecord[]; citations: readonly Citation[] } {
  switch (coding.kind) {
    case "baseline":
    case "weight": {
      const factor = study.factors.find(({ id }) => id === coding.factor)!;
      return { records: [factorRecord(factor)], citations: factor.citations ?? [] };
    }
    case "shift":
    case "grade": {
      const event = study.events.find(({ id }) => id === coding.event)!;
      return { records: [eventRecord(study, event)], citations: allCitations(event) };
    }
    case "stance": {
      const list = study.chamber.find(({ id }) => id === coding.list)!;
      return {
        records: [recordOf("chamber", list, list.name, [["Stance", list.stance]])],
        citations: list.citations ?? [],
      };
    }
    case "cell": {
      const impact = study.impacts.find(
        ({ from, on }) =>
          from.factor === coding.from.factor && from.state === coding.from.state && on === coding.on.factor,
      );
      if (!impact) return { records: [], citations: [] };
      const title = { en: codingText(study, coding) };
      return {
        records: [recordOf("impacts", impact, title, [["Why", impact.rationale]])],
        citations: impact.citations ?? [],
      };
    }
  }
}

function pointsRow(label: string, value: number, opens?: string): TraceRow {
  return { label, cells: [{ value, form: "points" }], ...(opens ? { opens } : {}) };
}
