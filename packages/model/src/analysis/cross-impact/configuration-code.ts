import type { Case } from "../../case.ts";
import type { Configuration } from "./system.ts";

/** A configuration as one word, a digit a factor in the case's order: states count from 0 and are 9 at most. */
export function configurationCode(configuration: Configuration): string {
  return configuration.join("");
}

/** The configuration a code stands for in a case; undefined for one that is none of it. */
export function configurationOf({ factors }: Pick<Case, "factors">, code: string): Configuration | undefined {
  const states = Array.from(code, Number);
  const fits =
    /^\d+$/.test(code) &&
    states.length === factors.length &&
    states.every((state, i) => state < factors[i]!.states.length);
  return fits ? states : undefined;
}
