import { chainOf } from "#lib/links.ts";
import { frameOf } from "#lib/server/frame.ts";
import { panelOf } from "#lib/server/panel.ts";
import { readingOf } from "#lib/server/reading.ts";
import { lastSeen } from "#lib/server/visit.ts";

export async function load(event) {
  const chain = chainOf(event.url);
  const reading = await readingOf(event);
  lastSeen(event, reading.kept);
  return { frame: frameOf(reading), panel: chain.length === 0 ? undefined : panelOf(reading.balance, chain) };
}
