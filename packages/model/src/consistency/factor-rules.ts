import type { Factor } from "../factor.ts";
import { add, among, each, type Draft, type Findings, type Path, type Refer } from "./findings.ts";

/** Factors: their states, cuts and openings fit together, and decisions have an actor and no scale. */
export function factorRules(draft: Draft, refer: Refer, found: Findings): void {
  each(draft, "factors", (factor, path) => oneFactor(factor, path, refer, found));
}

/** Says so where a factor has no such state. */
export function stateOf(factor: Factor, state: string, path: Path, found: Findings): void {
  among(new Set(factor.states.map(({ id }) => id)), `state of ${factor.id}`, state, path, found);
}

function oneFactor(factor: Factor, path: Path, refer: Refer, found: Findings): void {
  refer("actors", factor.actor, [...path, "actor"]);
  const seen = new Set<string>();
  factor.states.forEach(({ id }, i) => {
    if (seen.has(id)) add(found, [...path, "states", i, "id"], "id already used by a state of this factor", id);
    seen.add(id);
  });
  if (factor.opening !== undefined) stateOf(factor, factor.opening, [...path, "opening"], found);
  if (factor.kind === "decision") {
    if (factor.scale) add(found, [...path, "scale"], "a decision has no scale: an actor chooses it", factor.id);
    if (!factor.actor) add(found, path, "a decision needs the actor who takes it", factor.id);
  } else if (factor.actor)
    add(
      found,
      [...path, "actor"],
      `only a decision has an actor, and this is a factor of kind ${factor.kind}`,
      factor.actor,
    );
  if (factor.scale) cutRules(factor, factor.scale.cuts, [...path, "scale", "cuts"], found);
}

function cutRules(factor: Factor, cuts: NonNullable<Factor["scale"]>["cuts"], path: Path, found: Findings): void {
  if (cuts.length !== factor.states.length - 1)
    add(found, path, `expected ${factor.states.length - 1} cuts between ${factor.states.length} states`, cuts);
  let last = -Infinity;
  let numberSeen = false;
  let declaredAfter = false;
  cuts.forEach((cut, i) => {
    if (cut === "declared") {
      declaredAfter ||= numberSeen;
      return;
    }
    if (cut <= last) add(found, [...path, i], `expected cuts that rise: ${last} stands before`, cut);
    if (declaredAfter) add(found, [...path, i], "a declared cut stands at an outer end, not between numbers", cut);
    numberSeen = true;
    last = cut;
  });
}
