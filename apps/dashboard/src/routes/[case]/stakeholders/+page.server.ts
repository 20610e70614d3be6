import type { Case } from "@mizan/model";
import { stakeholderBalance, standsOn } from "@mizan/model/stakeholders";
import { error } from "@sveltejs/kit";
import { citedOf } from "#lib/server/cited.ts";
import { namedActors } from "#lib/server/event-page.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const { balance } = await readingOf(event);
  const { study } = balance;
  if (study.stakeholders.length === 0) error(404, "This case has no stakeholders.");
  return {
    issues: (study.case.issues ?? []).map((issue) => ({
      id: issue.id,
      question: issue.question,
      scale: issue.scale,
      found: weighed(study, issue),
      rows: study.stakeholders
        .filter((stakeholder) => stakeholder.issue === issue.id)
        .map((stakeholder) => ({
          id: stakeholder.id,
          actor: namedActors(balance, [stakeholder.actor])[0]!,
          position: stakeholder.position,
          salience: stakeholder.salience,
          capability: stakeholder.capability,
          rationale: stakeholder.rationale,
          author: stakeholder.basis === "author",
          citations: citedOf(balance, stakeholder.citations),
        }))
        .toSorted((a, b) => a.position - b.position),
    })),
  };
}

/** Where the weight of an issue lies; undefined where nobody has any. */
function weighed(study: Case, { id, scale }: NonNullable<Case["case"]["issues"]>[number]) {
  const stands = standsOn(study, id);
  if (!stands.some(({ salience, capability }) => salience * capability > 0)) return undefined;
  return stakeholderBalance(stands, { scale });
}
