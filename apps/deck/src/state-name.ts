import { inLanguage, type ScaledFactor } from "@mizan/model";

/** The state a level lies in, by the cuts that are numbers; states that only an event declares are passed over. */
export function stateNameAt({ states, scale: { cuts } }: ScaledFactor, level: number): string {
  const lowest = cuts.findIndex((cut) => cut !== "declared");
  const from = lowest < 0 ? 0 : lowest;
  const below = cuts.filter((cut) => cut !== "declared" && cut <= level).length;
  return inLanguage(states[from + below]!.name);
}
