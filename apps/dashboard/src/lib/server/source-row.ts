import {
  citationWeight,
  inLanguage,
  methodOf,
  type Case,
  type Citation,
  type Grade,
  type LanguageMap,
} from "@mizan/model";
import { periodText } from "@mizan/model/words";
import { recordPath } from "#lib/trace/record-path.ts";

/** A source, and everything in the case that cites it. */
export interface SourceRow {
  id: string;
  name: LanguageMap;
  kind: string;
  title: string | undefined;
  author: string | undefined;
  published: string | undefined;
  url: string | undefined;
  note: string | undefined;
  /** The actor it speaks for, where it is a party to the contest. */
  party: { id: string; name: LanguageMap } | undefined;
  /** The assessment the case was made from. */
  assessment: boolean;
  grades: readonly { grade: Grade; weight: number; count: number }[];
  cites: readonly { kind: string; records: readonly { path: string; name: string; place: string }[] }[];
  count: number;
  /** Citations that were read through this source. */
  relayed: number;
}

interface Use {
  kind:
    | "events"
    | "actors"
    | "ties"
    | "factors"
    | "impacts"
    | "judgements"
    | "indicators"
    | "stakeholders"
    | "chamber"
    | "options"
    | "outcomes"
    | "case";
  id: string;
  path: string;
  name: string;
  citation: Citation;
}

export function sourceRows(study: Case): SourceRow[] {
  const uses = usesOf(study);
  const method = methodOf(study);
  return study.sources
    .map((source): SourceRow => {
      const own = uses.filter(({ citation }) => citation.source === source.id);
      const party = study.actors.find(({ id }) => id === source.actor);
      return {
        id: source.id,
        name: source.name,
        kind: source.kind,
        title: source.title,
        author: source.author,
        published: source.published && periodText(source.published),
        url: source.url,
        note: source.note,
        party: party && { id: party.id, name: party.name },
        assessment: source.id === study.case.assessment,
        grades: [...Map.groupBy(own, ({ citation }) => citation.grade)]
          .map(([grade, cited]) => ({ grade, weight: citationWeight(grade, method), count: cited.length }))
          .toSorted((a, b) => b.count - a.count),
        cites: [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, cited]) => ({ kind, records: recordsOf(cited) })),
        count: own.length,
        relayed: uses.filter(({ citation }) => citation.via === source.id).length,
      };
    })
    .toSorted((a, b) => Number(b.assessment) - Number(a.assessment) || b.count - a.count);
}

function recordsOf(uses: readonly Use[]): { path: string; name: string; place: string }[] {
  return [...Map.groupBy(uses, ({ id }) => id).values()].map((cited) => ({
    path: cited[0]!.path,
    name: cited[0]!.name,
    place: [...new Set(cited.map(({ citation }) => citation.place).filter((place) => place !== undefined))].join(", "),
  }));
}

/** Every citation of the case with the record that makes it. */
function usesOf(study: Case): Use[] {
  const named = (id: string) => inLanguage(study.factors.find((factor) => factor.id === id)?.name ?? { en: id });
  const of = (
    kind: Use["kind"],
    id: string,
    name: string,
    citations: readonly Citation[] | undefined,
    path = recordPath({ kind, id }),
  ): Use[] => (citations ?? []).map((citation) => ({ kind, id, path, name, citation }));
  return [
    ...of("case", study.case.id, inLanguage(study.case.motion?.name ?? study.case.title), study.case.motion?.citations),
    ...study.events.flatMap((event) =>
      of("events", event.id, inLanguage(event.shortTitle ?? event.title), [
        ...(event.citations ?? []),
        ...event.effects.flatMap(({ citations }) => citations ?? []),
      ]),
    ),
    ...study.actors.flatMap((actor) => of("actors", actor.id, inLanguage(actor.name), actor.citations)),
    ...study.ties.flatMap((tie) => of("ties", tie.id, inLanguage(tie.statement), tie.citations, `actors/${tie.from}`)),
    ...study.factors.flatMap((factor) => of("factors", factor.id, inLanguage(factor.name), factor.citations)),
    ...study.impacts.flatMap((impact) =>
      of(
        "impacts",
        impact.id,
        `${named(impact.from.factor)} on ${named(impact.on)}`,
        impact.citations,
        `factors/${impact.on}`,
      ),
    ),
    ...study.judgements.flatMap((judgement) =>
      of("judgements", judgement.id, inLanguage(judgement.statement), judgement.citations),
    ),
    ...study.indicators.flatMap((indicator) =>
      of("indicators", indicator.id, inLanguage(indicator.name), indicator.citations, "judgements"),
    ),
    ...study.stakeholders.flatMap((stakeholder) =>
      of(
        "stakeholders",
        stakeholder.id,
        inLanguage(study.actors.find(({ id }) => id === stakeholder.actor)!.name),
        stakeholder.citations,
      ),
    ),
    ...study.chamber.flatMap((list) => of("chamber", list.id, inLanguage(list.name), list.citations)),
    ...study.options.flatMap((option) =>
      of("options", option.id, inLanguage(option.name), option.citations, "judgements"),
    ),
  ];
}
