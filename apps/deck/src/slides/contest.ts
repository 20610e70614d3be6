import { inLanguage, type Actor, type Side } from "@mizan/model";
import { capital } from "@mizan/model/words";
import { sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";

/** One side of the contest, with the actors that stand there. */
export interface Camp {
  side: Side;
  actors: readonly Actor[];
}

export interface ContestPage extends Page {
  camps: readonly Camp[];
}

const rowsOnPage = 10;
const sides: readonly Side[] = ["positive", "neither", "negative"];

/** Who stands where. */
export function contestPages(briefing: Briefing): ContestPage[] {
  const { actors } = briefing.study;
  const camps = sides
    .map((side) => ({ side, actors: actors.filter((actor) => actor.side === side) }))
    .filter((camp) => camp.actors.length > 0);
  const pages = Math.ceil(Math.max(...camps.map((camp) => camp.actors.length)) / rowsOnPage);
  const count = (side: Side) => actors.filter((actor) => actor.side === side).length;
  const title = capital(
    `${sideText(briefing, 1)} against ${sideText(briefing, -1)}: ${count("positive")} actors stand with the one, ` +
      `${count("negative")} with the other, ${count("neither")} with neither`,
  );
  return Array.from({ length: pages }, (_, page) => {
    const shown = camps.map((camp) => ({
      ...camp,
      actors: camp.actors.slice(page * rowsOnPage, (page + 1) * rowsOnPage),
    }));
    return {
      title,
      citations: citationsOf(shown.flatMap((camp) => camp.actors)),
      rule: `Every actor of the case, by side. ${actors.flatMap(({ name, role }) => (role ? [`${inLanguage(name)}: ${role}.`] : [])).join(" ")}`,
      camps: shown,
    };
  });
}
