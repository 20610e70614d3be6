import { comparisonOf, momentsOf } from "#lib/server/compare.ts";

export async function load(event) {
  const { from, to } = await momentsOf(event);
  return { comparison: comparisonOf(from, to) };
}
