import { changedScenarios } from "#lib/server/changed-scenarios.ts";
import { openedCell } from "#lib/server/matrix.ts";
import { readingOf } from "#lib/server/reading.ts";
import { scenariosOf } from "#lib/server/scenarios.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const asked = event.url.searchParams.get("cell") ?? undefined;
  return {
    ...(await scenariosOf(reading)),
    changed: await changedScenarios(reading),
    asked,
    cell: asked === undefined ? undefined : openedCell(reading, asked),
  };
}
