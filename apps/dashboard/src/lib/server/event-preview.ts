import { balanceAt, inLanguage, type Balance, type Event } from "@mizan/model";
import type { EventDraft, FieldProblem } from "#lib/event-form/draft.ts";
import { aheadOf } from "./ahead.ts";
import type { Judged } from "./event-judged.ts";
import type { Reading } from "./reading.ts";

/** What a case comes to: its index, and where it leads if nobody decides anything new. Each undefined where it has none. */
export interface Foreseen {
  index: number | undefined;
  claim: string | undefined;
  ends: readonly { factor: string; name: string; state: string }[];
}

/** What a draft is answered: what is wrong with it, or what the case would come to with it. Nothing of it is written. */
export interface EventAnswer {
  draft: EventDraft;
  /** The id it would be logged under. */
  id: string;
  problems: readonly FieldProblem[];
  after?: Foreseen | undefined;
  /** Why it was not taken, where that is no field's fault. */
  message?: string;
}

export function foreseen(balance: Balance): Foreseen {
  const ahead = aheadOf(balance);
  return {
    index: balance.index?.index,
    claim: ahead?.claim,
    ends: (ahead?.factors ?? []).map(({ id, name, states }, i) => {
      const { settles, steps } = ahead!.ways[i]!;
      return { factor: id, name: inLanguage(name), state: settles ? states[steps.at(-1)!]!.name : "never at rest" };
    }),
  };
}

/** A balance with all that is known, as it would be with an event, in the place of the one of its id if there is one. */
export function balanceWith({ balance }: Reading, event: Event): Balance {
  const { study, asOf, gathered } = balance;
  const events = [...study.events.filter(({ id }) => id !== event.id), event];
  return balanceAt({ ...study, events }, { asOf }, gathered);
}

export function answerOf(reading: Reading, draft: EventDraft, { id, event, problems }: Judged): EventAnswer {
  return { draft, id, problems, after: event && foreseen(balanceWith(reading, event)) };
}
