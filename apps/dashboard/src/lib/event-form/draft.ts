import { capital } from "@mizan/model/words";

/** A text in the two languages of the form. */
export interface Texts {
  en: string;
  ar: string;
}

/** An effect as it is being written. */
export interface EffectDraft {
  /** The place of the effect it was, in the event that is amended; empty for a new one. */
  was: string;
  factor: string;
  shift: string;
  confidence: string;
  rationale: string;
  lasting: boolean;
}

/** A citation as it is being written. */
export interface CitationDraft {
  was: string;
  source: string;
  published: string;
  place: string;
  grade: string;
  origin: string;
  via: string;
}

/** An event as it is being written: what stands in the fields of the form, actors by any of their names. */
export interface EventDraft {
  id: string;
  title: Texts;
  shortTitle: Texts;
  kind: string;
  when: string;
  place: Texts;
  initiators: string[];
  targets: string[];
  attribution: { rung: string; to: string[] };
  effects: EffectDraft[];
  citations: CitationDraft[];
  summary: string;
  note: string;
}

/** What is wrong with one field of the form, by the field's name; an empty name is the event as a whole. */
export interface FieldProblem {
  field: string;
  text: string;
}

/** Rows that stand empty where no script can add one. */
export const rowsWithoutScripts = 3;

export const emptyEffect = (): EffectDraft => ({
  was: "",
  factor: "",
  shift: "",
  confidence: "",
  rationale: "",
  lasting: false,
});

export const emptyCitation = (): CitationDraft => ({
  was: "",
  source: "",
  published: "",
  place: "",
  grade: "",
  origin: "",
  via: "",
});

export const emptyDraft = (): EventDraft => ({
  id: "",
  title: { en: "", ar: "" },
  shortTitle: { en: "", ar: "" },
  kind: "",
  when: "",
  place: { en: "", ar: "" },
  initiators: [],
  targets: [],
  attribution: { rung: "", to: [] },
  effects: [emptyEffect()],
  citations: [emptyCitation()],
  summary: "",
  note: "",
});

const names: Readonly<Record<string, string>> = {
  id: "Id",
  title: "Title",
  "title.en": "Title",
  "title.ar": "Title in Arabic",
  "shortTitle.en": "Short title",
  "shortTitle.ar": "Short title in Arabic",
  when: "Date",
  "place.name.en": "Place",
  "place.name.ar": "Place in Arabic",
  "attribution.rung": "How firmly",
  "attribution.to": "Laid to",
};

/** What a field is called in a sentence on its own: "Effect 2, factor". */
export function fieldName(field: string): string {
  const [, list, row, part] = /^(\w+(?:\.to)?)\.(\d+)(?:\.(\w+))?/.exec(field) ?? [];
  if (list === undefined) return names[field] ?? capital(field.split(".")[0] ?? "");
  const one = names[list] ?? capital(list.replace(/s$/, ""));
  return `${one} ${Number(row) + 1}${part === undefined ? "" : `, ${part}`}`;
}
