import { checkConfiguration, type Configuration, type CrossImpactSystem } from "./system.ts";

/**
 * The balance of every state of every factor under a configuration: the sum of the active states' impacts on it, an exact
 * whole number, at `offsets[factor] + state`. Throws RangeError for a configuration of another system. Weimer-Jehle (2006).
 */
export function impactBalances(system: CrossImpactSystem, configuration: Configuration): Float64Array {
  checkConfiguration(system, configuration);
  const { offsets, impacts } = system;
  const states = offsets.at(-1)!;
  const balances = new Float64Array(states);
  configuration.forEach((state, factor) => {
    const row = (offsets[factor]! + state) * states;
    for (let column = 0; column < states; column++) balances[column]! += impacts[row + column]!;
  });
  return balances;
}

/** What one factor's balances say against its active state. */
export interface Tension {
  factor: number;
  /** The rival with the largest balance; the first of several. */
  rival: number;
  /** Rival's balance less the active state's; above 0 the factor is inconsistent. */
  gap: number;
}

/**
 * For every factor, how far its strongest rival's balance exceeds the active state's: whole numbers, of either sign. Errors
 * as {@link impactBalances}. Weimer-Jehle (2006).
 */
export function tensions(system: CrossImpactSystem, configuration: Configuration): Tension[] {
  const balances = impactBalances(system, configuration);
  return configuration.map((active, factor) => {
    const start = system.offsets[factor]!;
    let rival = active === 0 ? 1 : 0;
    for (let state = 0; state < system.sizes[factor]!; state++)
      if (state !== active && balances[start + state]! > balances[start + rival]!) rival = state;
    return { factor, rival, gap: balances[start + rival]! - balances[start + active]! };
  });
}

/**
 * The largest gap of any factor, a whole number from 0 up: a configuration of inconsistency 0 is consistent. Errors as
 * {@link impactBalances}. Weimer-Jehle (2006).
 */
export function inconsistency(system: CrossImpactSystem, configuration: Configuration): number {
  return tensions(system, configuration).reduce((most, { gap }) => Math.max(most, gap), 0);
}

/** The sum of the active states' balances, a whole number. Errors as {@link impactBalances}. Weimer-Jehle (2006). */
export function totalImpactScore(system: CrossImpactSystem, configuration: Configuration): number {
  const balances = impactBalances(system, configuration);
  return configuration.reduce((score, state, factor) => score + balances[system.offsets[factor]! + state]!, 0);
}

/** How many configurations a system has, an exact count from 1; factors that are forced stand in their one state. */
export function configurationCount({ sizes }: CrossImpactSystem, forced?: ReadonlyMap<number, number>): bigint {
  return sizes.reduce((count, size, factor) => count * BigInt(forced?.has(factor) ? 1 : size), 1n);
}
