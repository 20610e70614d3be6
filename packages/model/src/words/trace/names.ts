import type { Event } from "../../event.ts";
import type { Citation } from "../../citation.ts";
import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";

export function factorName({ study }: Balance, id: string): string {
  return inLanguage(study.factors.find((factor) => factor.id === id)!.name);
}

export function eventTitle({ study }: Balance, id: string): string {
  const event = study.events.find((candidate) => candidate.id === id)!;
  return inLanguage(event.shortTitle ?? event.title);
}

export function originName({ study }: Balance, origin: string): string {
  const source = study.sources.find(({ id }) => id === origin);
  return source ? inLanguage(source.name) : origin;
}

/** What an event and its effects cite. */
export function allCitations(event: Event): Citation[] {
  return [...(event.citations ?? []), ...event.effects.flatMap(({ citations }) => citations ?? [])];
}
