import type { SideWords } from "@mizan/charts";
import { inLanguage } from "@mizan/model";
import type { Briefing } from "./briefing.ts";

/** What the drawings call the two sides. */
export function sideWords({ study }: Briefing): SideWords {
  const { sides } = study.case;
  const word = (pole: NonNullable<typeof sides>["positive"]) => inLanguage(pole.shortName ?? pole.name);
  return sides
    ? { positive: word(sides.positive), negative: word(sides.negative) }
    : { positive: "one side", negative: "the other side" };
}
