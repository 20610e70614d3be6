import type { Basin, Basins, ConsistentSearch } from "../analysis/cross-impact/index.ts";
import { countJson } from "../analysis/chamber/index.ts";

/** What was found of a cross-impact system: how many configurations, the consistent ones and, if asked, all basins. */
export interface Scenarios {
  configurations: bigint;
  search: ConsistentSearch;
  basins: Basins | undefined;
}

/**
 * Scenarios as they travel; a sampled basin has its standard error, and the seed its starts were drawn with. Where basins
 * were left out `basinsCut` says so, and the basin of a scenario that is not among those listed is null.
 */
export function scenariosJson({ configurations, search, basins }: Scenarios, seed: number) {
  const rest = restBasins(basins);
  const unlisted = basins?.cut ? null : 0;
  const sizeOf = (basin: Basin | undefined) => ({
    basin: basin?.size ?? unlisted,
    ...(basins?.exact === false ? { standardError: basin?.standardError ?? unlisted } : {}),
  });
  return {
    configurations: countJson(configurations),
    consistent: search.consistent.map(({ states, score }) => ({
      states,
      score,
      ...(basins ? sizeOf(rest.get(states.join())) : {}),
    })),
    ...(basins ? { cycles: cycleBasins(basins).map((basin) => ({ states: basin.states, ...sizeOf(basin) })) } : {}),
    ...(basins?.exact === false ? { sampled: { starts: basins.starts, seed } } : {}),
    ...(search.cut ? { cut: search.cut } : {}),
    ...(basins?.cut ? { basinsCut: basins.cut } : {}),
  };
}

/** Basins of single configurations, by their states. */
export function restBasins(basins: Basins | undefined): Map<string, Basin> {
  const rest = basins?.basins.filter(({ states }) => states.length === 1) ?? [];
  return new Map(rest.map((basin) => [basin.states[0]!.join(), basin]));
}

/** Basins of cycles. */
export function cycleBasins({ basins }: Basins): Basin[] {
  return basins.filter(({ states }) => states.length > 1);
}
