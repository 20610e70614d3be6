import { error } from "@sveltejs/kit";
import { chamberOf } from "#lib/server/chamber.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const { balance } = await readingOf(event);
  const chamber = chamberOf(balance);
  if (!chamber) error(404, "This case has no chamber.");
  return { chamber };
}
