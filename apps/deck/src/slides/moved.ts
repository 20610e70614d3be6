import type { PartBar, WholeBar } from "@mizan/charts";
import { isoDate, sideOf, type Change, type IndexPoint } from "@mizan/model";
import { dayText } from "@mizan/model/words";
import { eventOf, shortTitleOf, sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";
import { counted, quoted } from "../words.ts";

export interface MovedPage extends Page {
  start: WholeBar;
  parts: readonly PartBar[];
  end: WholeBar;
}

const partsOnPage = 8;
/** Below this, in x, a part is too small to see. */
const leastPart = 0.005;

/** What moved the balance since its trend began, or over the last days. */
export function movedPages(briefing: Briefing): MovedPage[] {
  const change = briefing.change!;
  const clear = briefing.claim?.trend !== undefined;
  const since = dayText(change.from);
  const most = strongestPart(change, clear);
  const cause = most && quoted(shortTitleOf(eventOf(briefing, most.event)!));
  const title = clear
    ? `Since ${since} the balance has moved towards ${sideText(briefing, change.x)}${cause ? `, most by ${cause}` : ""}`
    : `Since ${since} the balance has not clearly moved${cause ? `; ${cause} pulled most` : ""}`;
  const [first, last] = [change.from, change.to].map((on) => briefing.series.find(({ day }) => day === on)!) as [
    IndexPoint,
    IndexPoint,
  ];
  const fresh = change.parts.filter((part) => part.fresh);
  return [
    {
      title,
      citations: citationsOf(fresh.map(({ event }) => eventOf(briefing, event))),
      rule: "Steps add up in X, the weighted mean of the factors' latent levels. Older evidence that fades is a row of its own.",
      start: { label: since, x: first.x, trace: "index", side: sideOf(first.band90) },
      parts: barsOf(briefing, change),
      end: { label: dayText(change.to), x: last.x, trace: "index", side: sideOf(last.band90) },
    },
  ];
}

function barsOf(briefing: Briefing, { from, to, parts }: Change): PartBar[] {
  const trace = `change/${isoDate(from)}/${isoDate(to)}`;
  const sum = (some: Change["parts"]) => some.reduce((total, { x }) => total + x, 0);
  const fresh = parts.filter((part) => part.fresh).toSorted((a, b) => Math.abs(b.x) - Math.abs(a.x));
  const faded = parts.filter((part) => !part.fresh);
  const visible = fresh.filter(({ x }) => Math.abs(x) >= leastPart);
  const shown = visible.slice(0, visible.length > partsOnPage ? partsOnPage - 1 : partsOnPage);
  const rest = fresh.slice(shown.length);
  return [
    ...shown.map(({ event, x }) => ({
      id: event,
      label: shortTitleOf(eventOf(briefing, event)!),
      x,
      trace: `points/${event}`,
    })),
    ...(rest.length > 0 ? [{ id: "rest", label: counted(rest.length, "weaker event"), x: sum(rest), trace }] : []),
    ...(faded.length > 0 ? [{ id: "faded", label: "Older evidence fades", x: sum(faded), trace }] : []),
  ];
}

function strongestPart({ x, parts }: Change, inDirection: boolean) {
  return parts
    .filter((part) => part.fresh && (!inDirection || part.x * x > 0))
    .reduce<Change["parts"][number] | undefined>((a, b) => (a && Math.abs(a.x) >= Math.abs(b.x) ? a : b), undefined);
}
