import { inLanguage, type Side } from "@mizan/model";
import type { NetworkActor, NetworkTie } from "./network.ts";

/** How many actors are drawn one by one. */
const mostActors = 40;

/** The network with actors drawn together: under the body they are part of, and what still is too many by side. */
export function groupedActors(
  actors: readonly NetworkActor[],
  ties: readonly NetworkTie[],
  most = mostActors,
): { actors: readonly NetworkActor[]; ties: readonly NetworkTie[]; grouped: boolean } {
  if (actors.length <= most) return { actors, ties, grouped: false };
  const byAlliance = allianceHeads(actors, ties);
  const heads = new Set(byAlliance.values());
  const sizes = Map.groupBy(actors, ({ id }) => byAlliance.get(id)!);
  const groupOf = (actor: NetworkActor) => {
    const head = byAlliance.get(actor.id)!;
    return heads.size > most && sizes.get(head)!.length === 1 ? `side/${actor.side}` : head;
  };
  const groups = [...Map.groupBy(actors, groupOf)];
  const groupById = new Map(groups.flatMap(([group, members]) => members.map(({ id }) => [id, group] as const)));
  return {
    actors: groups.map(([id, members]) => groupActor(id, members)),
    ties: groupTies(ties, groupById),
    grouped: true,
  };
}

/** For every actor the one it is part of, and so up; the first of a circle stands for it. */
function allianceHeads(actors: readonly NetworkActor[], ties: readonly NetworkTie[]): Map<string, string> {
  const known = new Set(actors.map(({ id }) => id));
  const above = new Map<string, string>();
  for (const { kind, from, to } of ties)
    if (kind === "membership" && known.has(to) && !above.has(from)) above.set(from, to);
  return new Map(
    actors.map(({ id }) => {
      const way = [id];
      for (let next = above.get(id); next !== undefined && !way.includes(next); next = above.get(next)) way.push(next);
      return [id, way.at(-1)!];
    }),
  );
}

function groupActor(id: string, members: readonly NetworkActor[]): NetworkActor {
  const head = members.find((member) => member.id === id);
  if (head && members.length === 1) return head;
  const sides = new Set(members.map(({ side }) => side));
  const side: Side = sides.size === 1 ? [...sides][0]! : (head?.side ?? "neither");
  const { at, href } = head ?? {};
  const first = (head ?? members[0]!).name;
  const name = head
    ? { ...first, en: `${inLanguage(first)} and ${members.length - 1} more` }
    : { en: `${members.length} others` };
  return { id, name, side, ...(at ? { at } : {}), ...(href ? { href } : {}) };
}

function groupTies(ties: readonly NetworkTie[], groupOf: ReadonlyMap<string, string>): NetworkTie[] {
  const between = ties.flatMap((tie) => {
    const [from, to] = [groupOf.get(tie.from), groupOf.get(tie.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ ...tie, from, to }];
  });
  return [...Map.groupBy(between, ({ kind, from, to }) => `${kind} ${from} ${to}`)].map(([id, own]) => {
    const { trend: _, ...tie } = own[0]!;
    return { ...tie, id, label: own.map(({ label }) => label).join("; ") };
  });
}
