import { hintText, inLanguage, nearest, type Actor } from "@mizan/model";
import { listed } from "@mizan/model/words";
import { holds, plainText } from "./plain-text.ts";

/** Every name an actor goes by, in any language, its id among them. */
function namesOf({ id, name, shortName, aliases }: Actor): string[] {
  return [id, ...Object.values(name), ...Object.values(shortName ?? {}), ...(aliases ?? [])];
}

/** The actor that goes by a name, or the only one whose names hold its words; else why there is none. */
export function actorNamed(actors: readonly Actor[], text: string): { id: string } | { problem: string } {
  const plain = plainText(text);
  const exact = actors.find((actor) => namesOf(actor).some((name) => plainText(name) === plain));
  if (exact) return { id: exact.id };
  const holding = actors.filter((actor) => holds(namesOf(actor), text));
  if (holding.length === 1) return { id: holding[0]!.id };
  if (holding.length > 1)
    return { problem: `several actors go by this: ${listed(holding.map(({ name }) => inLanguage(name)))}` };
  const near = nearest(
    plain,
    actors.flatMap((actor) => namesOf(actor).map(plainText)),
  );
  const meant = actors.find((actor) => namesOf(actor).some((name) => plainText(name) === near));
  return { problem: `unknown actor: ${text}${hintText(meant && inLanguage(meant.name))}` };
}

/** An actor as a list of suggestions holds it: its name, and whatever else it may be typed as. */
export function suggestionOf(actor: Actor): { name: string; others: string } {
  const name = inLanguage(actor.name);
  const names = namesOf(actor).filter((other) => other !== name && other !== actor.id);
  const others = [...names, ...[name, ...names].map(plainText)];
  return { name, others: [...new Set(others)].filter((other) => other !== name).join(" · ") };
}
