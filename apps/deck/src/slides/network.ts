import type { Actor, Tie } from "@mizan/model";
import { counted, tiesAt } from "@mizan/model/words";
import { shortNameOf, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";

export interface NetworkPage extends Page {
  actors: readonly Actor[];
  ties: readonly Tie[];
}

/** What binds the actors and what sets them apart. */
export function networkPages(briefing: Briefing): NetworkPage[] {
  const { actors } = briefing.study;
  const ties = tiesAt(briefing.study, briefing.asOf);
  const degree = (actor: Actor) => ties.filter(({ from, to }) => from === actor.id || to === actor.id).length;
  const most = Math.max(...actors.map(degree));
  const hubs = actors.filter((actor) => degree(actor) === most);
  const title =
    hubs.length === 1
      ? `More ties meet at ${shortNameOf(hubs[0]!)} than at any other actor: ${most} of ${ties.length}`
      : `${counted(ties.length, "tie")} between ${actors.length} actors, and no actor at the centre of them`;
  return [
    {
      title,
      citations: citationsOf(ties),
      rule: "Every tie that held at the as-of day; the actor with the most ties names the slide.",
      actors,
      ties,
    },
  ];
}
