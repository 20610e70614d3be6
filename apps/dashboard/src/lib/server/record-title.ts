import { inLanguage, type Alert, type Case, type Impact, type LanguageMap, type Stakeholder } from "@mizan/model";
import type { EntryKind, RecordOf } from "@mizan/store";
import { subjectOf } from "./alert-row.ts";

/** What a record is called where it stands among others: its title, name or statement, else what it is about. */
export function recordTitle(study: Case, kind: EntryKind, body: RecordOf): LanguageMap {
  switch (kind) {
    case "alerts":
      return alertTitle(study, body as Alert);
    case "impacts":
      return impactTitle(study, body as Impact);
    case "stakeholders":
      return nameOf(study.actors, (body as Stakeholder).actor);
    default: {
      const named = body as { title?: LanguageMap; name?: LanguageMap; statement?: LanguageMap };
      return named.name ?? named.title ?? named.statement!;
    }
  }
}

/** What an alert says: "Rocket attacks on US targets: quiet to fired". */
function alertTitle(study: Case, alert: Alert): LanguageMap {
  const subject = inLanguage(subjectOf(study, alert));
  return { en: alert.indicator === undefined ? subject : `${subject}: ${alert.before} to ${alert.after}` };
}

/** Which state bears on what: "Posture: ease off, on Credibility". */
function impactTitle({ factors }: Case, { from, on }: Impact): LanguageMap {
  const states = factors.find(({ id }) => id === from.factor)?.states ?? [];
  const [factor, state, other] = [nameOf(factors, from.factor), nameOf(states, from.state), nameOf(factors, on)];
  return { en: `${inLanguage(factor)}: ${inLanguage(state)}, on ${inLanguage(other)}` };
}

function nameOf(records: readonly { id: string; name: LanguageMap }[], id: string): LanguageMap {
  return records.find((record) => record.id === id)?.name ?? { en: id };
}
