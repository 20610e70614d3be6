import { redirect } from "@sveltejs/kit";
import { chainOf, supposingLink } from "#lib/links.ts";
import { momentsOf } from "#lib/server/compare.ts";
import { frameOf } from "#lib/server/frame.ts";
import { panelOf } from "#lib/server/panel.ts";
import { readingOf } from "#lib/server/reading.ts";
import { supposedAnew } from "#lib/server/what-if.ts";
import { lastSeen } from "#lib/server/visit.ts";

export async function load(event) {
  const asked = supposedAnew(event.url);
  if (asked) redirect(303, supposingLink(event.url, asked));
  const chain = chainOf(event.url);
  const comparing = chain.some(isBetween);
  const reading = await readingOf(event);
  lastSeen(event, reading.kept);
  return {
    frame: frameOf(reading),
    panel:
      chain.length === 0 ? undefined : panelOf(reading.balance, chain, comparing ? await momentsOf(event) : undefined),
  };
}

/** Whether a figure is one of a comparison's. */
function isBetween(key: string): boolean {
  return key.startsWith("then/") || key.startsWith("between/");
}
