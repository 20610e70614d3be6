import { redirect } from "@sveltejs/kit";
import { chainOf, supposingLink } from "#lib/links.ts";
import { frameOf } from "#lib/server/frame.ts";
import { panelOf } from "#lib/server/panel.ts";
import { readingOf } from "#lib/server/reading.ts";
import { supposedAnew } from "#lib/server/what-if.ts";
import { lastSeen } from "#lib/server/visit.ts";

export async function load(event) {
  const asked = supposedAnew(event.url);
  if (asked) redirect(303, supposingLink(event.url, asked));
  const chain = chainOf(event.url);
  const reading = await readingOf(event);
  lastSeen(event, reading.kept);
  return { frame: frameOf(reading), panel: chain.length === 0 ? undefined : panelOf(reading.balance, chain) };
}
