import { judgementRows } from "#lib/server/judgement-row.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { balance, made } = reading;
  const { study } = balance;
  const actorName = (id: string) => study.actors.find((actor) => actor.id === id)!.name;
  return {
    whole: {
      judgements: study.judgements.length,
      options: study.options.length,
    },
    judgements: judgementRows(reading),
    options: made.options.map(({ id, name, actor, summary, follows, citations }) => ({
      id,
      name,
      actor: actorName(actor),
      summary,
      follows: (follows ?? []).map(({ statement, citations: own }) => ({
        statement,
        places: own.map(({ place }) => place ?? "").join(", "),
      })),
      places: (citations ?? []).map(({ place }) => place ?? "").join(", "),
    })),
  };
}
