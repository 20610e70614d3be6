import { problemText, type Actor, type Event, type Problem } from "@mizan/model";
import type { EventDraft, FieldProblem, Texts } from "#lib/event-form/draft.ts";
import { actorNamed } from "./actor-named.ts";

/** What a draft says as a record, not yet known to be one. */
export interface EventBody {
  body: Readonly<Record<string, unknown>>;
  /** Names that are no actor's. */
  problems: readonly FieldProblem[];
  /** The field of the form that a place of the record was read from. */
  fieldOf(path: Problem["path"]): string;
}

/** Reads a draft as a record. What the form does not ask for stays as it is in the event that is amended. */
export function eventBody(draft: EventDraft, id: string, actors: readonly Actor[], was?: Event): EventBody {
  const problems: FieldProblem[] = [];
  /** Of each list, which rows of the form are in the record: those in which something stands. */
  const rows = new Map<string, number[]>();
  const filled = <T>(list: string, all: readonly T[], isEmpty: (one: T) => boolean): T[] => {
    const at = [...all.keys()].filter((i) => !isEmpty(all[i]!));
    rows.set(list, at);
    return at.map((i) => all[i]!);
  };
  const named = (list: string, names: readonly string[]) =>
    filled(list, names, (name) => name.trim() === "").map((name, i) => {
      const found = actorNamed(actors, name);
      if ("id" in found) return found.id;
      problems.push({ field: `${list}.${rows.get(list)![i]}`, text: found.problem });
      return name;
    });
  const to = named("attribution.to", draft.attribution.to);
  const place = languages(draft.place, was?.place?.name);
  const body = present({
    ...was,
    id,
    title: languages(draft.title, was?.title) ?? { en: "" },
    shortTitle: languages(draft.shortTitle, was?.shortTitle),
    summary: said(draft.summary),
    kind: said(draft.kind),
    when: said(draft.when),
    place: place && { ...was?.place, name: place },
    initiators: some(named("initiators", draft.initiators)),
    targets: some(named("targets", draft.targets)),
    attribution:
      draft.attribution.rung || to.length > 0 ? present({ rung: said(draft.attribution.rung), to }) : undefined,
    effects: filled("effects", draft.effects, isBlank).map(({ was: at, shift, lasting, ...effect }) =>
      present({
        ...was?.effects[placeIn(at)],
        factor: said(effect.factor),
        shift: shift === "" ? undefined : Number(shift),
        confidence: said(effect.confidence),
        rationale: said(effect.rationale),
        lasting: lasting || undefined,
      }),
    ),
    citations: some(
      filled("citations", draft.citations, isBlank).map(({ was: at, ...citation }) =>
        present({
          ...was?.citations?.[placeIn(at)],
          ...Object.fromEntries(Object.entries(citation).map(([name, value]) => [name, said(value)])),
        }),
      ),
    ),
    note: said(draft.note),
  });
  return { body, problems, fieldOf: (path) => fieldAt(path, rows) };
}

/** Problems of the record, each at its field. */
export function fieldProblems(problems: readonly Problem[], { fieldOf }: EventBody): FieldProblem[] {
  return problems.map((problem) => ({ field: fieldOf(problem.path), text: problemText({ ...problem, path: [] }) }));
}

/** The name of the field at a path, which names the kind and the record first; empty for the record as a whole. */
function fieldAt([, , ...inside]: Problem["path"], rows: ReadonlyMap<string, readonly number[]>): string {
  const at = inside.findIndex((step) => typeof step === "number");
  const row = at < 0 ? undefined : rows.get(inside.slice(0, at).join("."))?.[inside[at] as number];
  return row === undefined ? inside.join(".") : [...inside.slice(0, at), row, ...inside.slice(at + 1)].join(".");
}

const said = (text: string): string | undefined => (text === "" ? undefined : text);
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
const placeIn = (was: string): number => (was === "" ? -1 : Number(was));

/** Whether nothing stands in a row: its place in the event that is amended does not count. */
function isBlank({ was: _, ...row }: { was: string }): boolean {
  return Object.values(row).every((value) => value === "" || value === false);
}

/** A text in the languages of the form and whatever others it had; undefined where it stands in none. */
function languages({ en, ar }: Texts, was: Readonly<Record<string, string>> | undefined) {
  const map = present({ ...was, en: said(en), ar: said(ar) });
  return Object.keys(map).length === 0 ? undefined : map;
}

function present(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
