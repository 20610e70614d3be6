import { dayOf, inLanguage, isoDate, type Alert, type Case, type LanguageMap } from "@mizan/model";
import { dayText } from "@mizan/model/words";
import type { StoredRecord } from "@mizan/store";
import { instantText } from "./instant-text.ts";
import { today } from "./today.ts";

/** An alert as a page shows it. */
export interface AlertRow {
  id: string;
  /** The version that an answer to it is made from. */
  version: number;
  subject: LanguageMap;
  raised: string;
  /** The day the case was read at. */
  asOf: string;
  changes: readonly { of: string; before: string; after: string }[];
  events: readonly { id: string; label: string }[];
  /** Of whom it is not known to be seen and that nobody put off. */
  open: boolean;
  acknowledged: string | undefined;
  snoozedUntil: string | undefined;
}

/** Alerts, newest first; those that wait for somebody before the others. */
export function alertRows(study: Case, alerts: readonly StoredRecord<"alerts">[]): AlertRow[] {
  const now = isoDate(today());
  return alerts
    .map(({ version, body }): AlertRow & { at: string } => ({
      id: body.id,
      version,
      at: body.raised,
      subject: subjectOf(study, body),
      raised: instantText(body.raised),
      asOf: dayText(dayOf(body.asOf)),
      changes: changesOf(study, body),
      events: body.events.map((event) => {
        const found = study.events.find((candidate) => candidate.id === event);
        return { id: event, label: found ? inLanguage(found.shortTitle ?? found.title) : event };
      }),
      open: isOpen(body, now),
      acknowledged: body.acknowledged && instantText(body.acknowledged),
      snoozedUntil: body.snoozedUntil && body.snoozedUntil > now ? dayText(dayOf(body.snoozedUntil)) : undefined,
    }))
    .toSorted((a, b) => Number(b.open) - Number(a.open) || (a.at < b.at ? 1 : -1));
}

/** Whether an alert waits for somebody: not taken note of, and not put off beyond the day. */
export function isOpen({ acknowledged, snoozedUntil }: Alert, day: string): boolean {
  return acknowledged === undefined && (snoozedUntil === undefined || snoozedUntil <= day);
}

/** What an alert is about: its indicator, or the course of action that leads elsewhere. */
export function subjectOf({ indicators, options }: Case, { indicator: id, option }: Alert): LanguageMap {
  if (id !== undefined) return indicators.find((candidate) => candidate.id === id)?.name ?? { en: id };
  const course = options.find((candidate) => candidate.id === option);
  return { en: `${course ? inLanguage(course.name) : "As decisions stand"}: leads elsewhere` };
}

/** What is another: a status, or each factor that comes to rest in another state. */
function changesOf(study: Case, { indicator, before, after }: Alert): AlertRow["changes"] {
  if (indicator !== undefined || `${before}${after}`.includes(";")) return [{ of: "", before, after }];
  const was = new Map(before.split(", ").map((part) => part.split(" ") as [string, string]));
  return after.split(", ").flatMap((part) => {
    const [id = "", state = ""] = part.split(" ");
    const factor = study.factors.find((candidate) => candidate.id === id);
    const named = (own: string | undefined) =>
      inLanguage(factor?.states.find((candidate) => candidate.id === own)?.name ?? { en: own ?? "not known" });
    if (was.get(id) === state) return [];
    return [
      {
        of: factor ? inLanguage(factor.shortName ?? factor.name) : id,
        before: named(was.get(id)),
        after: named(state),
      },
    ];
  });
}
