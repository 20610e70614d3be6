import type { Case } from "../case.ts";
import { inLanguage } from "../language.ts";
import type { Ending, NoJointFlip, Sensitivity } from "../analysis/sensitivity/index.ts";
import { codingText } from "./coding-text.ts";
import { counted, listed } from "./sentence.ts";

/** Why no one-notch changes together turn the sign of the index. */
export const notTogetherText: Readonly<Record<NoJointFlip, string>> = {
  "at-parity": "The index is at parity: any change turns it.",
  "not-even-all": "Not even all changes of one notch together would turn its sign.",
  "not-found": "No changes of one notch that together would turn its sign were found; the search did not try them all.",
};

/** Where a course of action ends, in words. */
export function endingText({ outcomes: all }: Pick<Case, "outcomes">, { settles, outcomes }: Ending): string {
  if (!settles) return "no rest: it turns in a cycle";
  if (outcomes.length === 0) return "none of the named outcomes";
  return listed(outcomes.map((id) => inLanguage(all.find((outcome) => outcome.id === id)!.name)));
}

/** What would change the conclusion, in a sentence: of the index where there is one, else of where the case leads. */
export function changeOfMindClaim(study: Case, { index, outcomes }: Sensitivity): string {
  if (!index) {
    const [first] = outcomes;
    if (!first) return "Where this case leads is not known yet";
    const { moving, changes } = first.fragility.coded;
    return `${moving} of ${counted(changes, "one-point change")} to the matrix would end elsewhere`;
  }
  if (index.notTogether === "at-parity") return "The index is at parity: any change turns it";
  const turning = index.flips.filter(({ notches }) => notches !== undefined);
  if (turning.length === 1) return `One judgement alone turns the index: ${codingText(study, turning[0]!.coding)}`;
  if (turning.length > 1) return `Each of ${turning.length} judgements would turn the index alone`;
  if (!index.together) return "No single judgement turns the index";
  const { moves, exact } = index.together;
  return `No single judgement turns the index; ${exact ? "" : "at most "}${counted(moves.length, "small change")} together would`;
}
