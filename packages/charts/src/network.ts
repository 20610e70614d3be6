import { inLanguage, type LanguageMap, type Side, type TieKind } from "@mizan/model";
import type { DrawingTable } from "./drawing.ts";

/** An actor as the network draws it. */
export interface NetworkActor {
  id: string;
  name: LanguageMap;
  side: Side;
  /** Saved place, 0–100 from the left and from the top; the positive side stands left. */
  at?: readonly [number, number] | undefined;
  href?: string | undefined;
}

/** A tie as the network draws it. */
export interface NetworkTie {
  id: string;
  kind: TieKind;
  from: string;
  to: string;
  trend?: "strengthening" | "weakening" | undefined;
  label: string;
}

const words: Record<TieKind, string> = {
  membership: "is part of",
  command: "commands",
  support: "supports",
  funding: "funds",
  alliance: "is allied with",
  allegiance: "follows",
  opposition: "opposes",
};

/** How to read the lines, for the measure under the drawing's title. */
export const networkMeasure =
  "Thick grey: part of. Arrow: command (heavy), support or allegiance. Plain: alliance. Dashed: money, or weakening. Bar end: against.";

/** The network in a sentence. */
export function actorNetworkSummary(actors: readonly NetworkActor[], ties: readonly NetworkTie[]): string {
  const of = (side: Side) => actors.filter((actor) => actor.side === side).length;
  return `${actors.length} actors, ${of("positive")} on the positive side, ${of("negative")} on the negative and ${of("neither")} on neither, with ${ties.length} ties.`;
}

/** The ties as a table. */
export function actorNetworkTable(
  actors: readonly NetworkActor[],
  ties: readonly NetworkTie[],
  language = "en",
): DrawingTable {
  const nameOf = new Map(actors.map(({ id, name }) => [id, inLanguage(name, language)]));
  return {
    columns: ["From", "Tie", "To", "Trend", "What it is"],
    rows: ties.map(({ kind, from, to, trend, label }) => [
      nameOf.get(from) ?? from,
      words[kind],
      nameOf.get(to) ?? to,
      trend ?? "",
      label,
    ]),
  };
}
