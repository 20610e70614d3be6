import { inLanguage, type Balance, type Case } from "@mizan/model";
import { systemProblem } from "@mizan/model/scenarios";
import { counted, listed } from "@mizan/model/words";

/** Why a case has no scenarios, as the end of a sentence; undefined where it has. */
export function systemFault(study: Case): string | undefined {
  return study.factors.length === 0 ? "it has no factors" : systemProblem(study);
}

/** Why nothing can be followed from the present of a case, as the end of a sentence; undefined where it can. */
export function whyUnfollowed({ study, states }: Balance): string | undefined {
  const fault = systemFault(study);
  if (fault !== undefined) return fault;
  const unknown = study.factors.filter(({ id }) => states.find(({ factor }) => factor === id)?.state === undefined);
  if (unknown.length === 0) return undefined;
  const named = unknown.slice(0, 3).map(({ name, shortName }) => inLanguage(shortName ?? name));
  const more = unknown.length > 3 ? [counted(unknown.length - 3, "other")] : [];
  return `nothing says which state ${listed([...named, ...more])} ${unknown.length === 1 ? "is" : "are"} in; an opening state or an event that declares one would`;
}
