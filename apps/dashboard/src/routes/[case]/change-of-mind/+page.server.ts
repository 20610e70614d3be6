import { changeOfMind } from "#lib/server/change-of-mind.ts";
import { mostWhole, wholeReadingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const reading = await wholeReadingOf(event);
  return {
    found: reading.events.whole ? await changeOfMind(reading) : undefined,
    tooMany: { count: reading.events.count, most: mostWhole },
  };
}
