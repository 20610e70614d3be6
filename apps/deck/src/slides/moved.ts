import type { PartBar, WholeBar } from "@mizan/charts";
import { isoDate, sideOf, type IndexPoint } from "@mizan/model";
import { counted, dayText, type Movement } from "@mizan/model/words";
import { eventOf, shortTitleOf, sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";
import { quoted } from "../quoted.ts";

export interface MovedPage extends Page {
  start: WholeBar;
  parts: readonly PartBar[];
  end: WholeBar;
}

/** True where something came or faded since the trend's first day. */
export function hasMoved({ movement }: Briefing): boolean {
  return movement !== undefined && (movement.parts.length > 0 || movement.rest.count > 0 || movement.faded !== 0);
}

/** What moved the balance since its trend began, or over the last days. */
export function movedPages(briefing: Briefing): MovedPage[] {
  const movement = briefing.movement!;
  const { start, end, parts } = movement;
  const whole = ({ day, x, band90 }: IndexPoint, trace: string) => ({
    label: dayText(day),
    x,
    trace,
    side: sideOf(band90),
  });
  return [
    {
      title: movedTitle(briefing, movement),
      citations: citationsOf(parts.map(({ event }) => eventOf(briefing, event))),
      rule: "Steps add up in X, the weighted mean of the factors' latent levels. Older evidence that fades is a row of its own.",
      start: whole(start, `index-on/${isoDate(start.day)}`),
      parts: barsOf(briefing, movement),
      end: whole(end, "index"),
    },
  ];
}

function movedTitle(briefing: Briefing, { start, end, clear, parts, rest, leading, faded }: Movement): string {
  const since = `Since ${dayText(start.day)}`;
  if (parts.length === 0 && rest.count === 0) return `${since} older evidence has faded, and nothing new came`;
  const moved = end.x - start.x;
  const most = (clear ? leading : parts)[0];
  const cause = most && quoted(shortTitleOf(eventOf(briefing, most.event)!));
  if (!clear) return `${since} the balance has not clearly moved${cause ? `; ${cause} pulled most` : ""}`;
  const why = cause ? `, most by ${cause}` : faded * moved > 0 ? ", as older evidence fades" : "";
  return `${since} the balance has moved towards ${sideText(briefing, moved)}${why}`;
}

function barsOf(briefing: Briefing, movement: Movement): PartBar[] {
  const { parts, rest, faded } = movement;
  const trace = traceOfChange(movement);
  return [
    ...parts.map(({ event, x }) => ({
      id: event,
      label: shortTitleOf(eventOf(briefing, event)!),
      x,
      trace: `points/${event}`,
    })),
    ...(rest.count > 0 ? [{ id: "rest", label: counted(rest.count, "smaller record"), x: rest.x, trace }] : []),
    ...(faded === 0 ? [] : [{ id: "faded", label: "Older evidence fades", x: faded, trace }]),
  ];
}

function traceOfChange({ start, end }: Movement): string {
  return `change/${isoDate(start.day)}/${isoDate(end.day)}`;
}
