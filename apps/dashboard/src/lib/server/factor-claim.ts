import { inLanguage } from "@mizan/model";
import { listed } from "@mizan/model/words";
import type { FactorRow } from "./factor-row.ts";
import type { ShortSides } from "./headline.ts";

/** The factors in one sentence: which clear ones pull hardest either way; none where every band spans parity. */
export function factorClaim(factors: readonly FactorRow[], sides: ShortSides): string {
  const clear = (side: -1 | 1) =>
    factors.filter(({ level }) => level?.side === side).map(({ shortName }) => inLanguage(shortName));
  const said = [phrase(clear(-1), sides.negative), phrase(clear(1), sides.positive)].filter(
    (part) => part !== undefined,
  );
  return said.length === 0 ? "No factor clearly favours either side" : said.join("; ");
}

function phrase(names: readonly string[], side: string): string | undefined {
  if (names.length === 0) return undefined;
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return `${listed(shown)} ${names.length === 1 ? "favours" : "favour"} the ${side}`;
}
