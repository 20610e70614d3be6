import { namesOf } from "#lib/server/event-filter.ts";
import { holds } from "#lib/server/plain-text.ts";
import { inLanguage } from "@mizan/model";
import { readingOf } from "#lib/server/reading.ts";
import { sideName } from "#lib/words.ts";

export async function load(event) {
  const { balance, made } = await readingOf(event);
  const { study } = balance;
  const text = event.url.searchParams.get("text")?.trim() ?? "";
  const found = study.actors.filter((actor) => holds([...namesOf(actor), actor.role, actor.kind], text));
  const row = (actor: (typeof study.actors)[number]) => ({
    id: actor.id,
    name: actor.name,
    side: actor.side,
    kind: actor.kind,
    role: actor.role,
    aliases: actor.aliases ?? [],
    ties: made.ties.filter(({ from, to }) => from === actor.id || to === actor.id).length,
  });
  return {
    text,
    total: study.actors.length,
    untied: study.ties.length > 0 && made.ties.length === 0,
    sides: (["positive", "neither", "negative"] as const)
      .map((side) => ({
        side,
        name: sideName(study.case, side),
        actors: found.filter((actor) => actor.side === side).map(row),
      }))
      .filter(({ actors }) => actors.length > 0),
    network: {
      actors: study.actors.map(({ id, name, shortName, side, at }) => ({
        id,
        name: shortName ?? name,
        side,
        ...(at ? { at } : {}),
      })),
      ties: made.ties.map(({ id, kind, from, to, trend, statement }) => ({
        id,
        kind,
        from,
        to,
        ...(trend ? { trend } : {}),
        label: inLanguage(statement),
      })),
    },
  };
}
