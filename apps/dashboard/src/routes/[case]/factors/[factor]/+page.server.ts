import { sideOf } from "@mizan/model";
import { error } from "@sveltejs/kit";
import { citedOf } from "#lib/server/cited.ts";
import { namedActors } from "#lib/server/event-page.ts";
import { levelPoints, shiftRows } from "#lib/server/factor-page.ts";
import { presentState } from "#lib/server/factor-row.ts";
import { impactRows } from "#lib/server/impact-row.ts";
import { leverRows } from "#lib/server/lever.ts";
import { readingOf } from "#lib/server/reading.ts";
import { thinned } from "#lib/server/thinned.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { balance } = reading;
  const { study } = balance;
  const id = event.params.factor;
  const factor = study.factors.find((candidate) => candidate.id === id);
  if (!factor) error(404, `There is no factor "${id}".`);
  const level = balance.levels.find((candidate) => candidate.factor === id);
  const state = balance.states.find((candidate) => candidate.factor === id)!;
  const impacts = impactRows(balance);
  const side = level ? sideOf(level.band90) : 0;
  return {
    id: factor.id,
    name: factor.name,
    kind: factor.kind,
    question: factor.question,
    actor: namedActors(balance, factor.actor === undefined ? [] : [factor.actor])[0],
    opening: factor.states.find((candidate) => candidate.id === factor.opening)?.name,
    basis: factor.basis ?? "text",
    note: factor.note,
    citations: citedOf(balance, factor.citations),
    scale: factor.scale,
    level: level && { value: level.level, x: level.x, band90: level.band90, side },
    state: presentState(factor, state.state, side, state.declared),
    declared: state.declared,
    states: factor.states.map(({ id: own, name, meaning }) => ({
      id: own,
      name,
      meaning,
      share: state.shares.find((share) => share.state === own)?.share,
    })),
    history: thinned(levelPoints(reading, id), reading),
    shifts: shiftRows(reading, id),
    levers: leverRows(
      reading,
      (coding) => (coding.kind === "baseline" || coding.kind === "weight") && coding.factor === id,
    ),
    impactsOn: impacts.filter(({ on }) => on.factor === id),
    impactsFrom: impacts.filter(({ from }) => from.factor === id),
  };
}
