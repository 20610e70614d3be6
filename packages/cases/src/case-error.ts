import { placedText, type PlacedProblem } from "./place.ts";

/** A case folder that cannot be taken as it is: every reason at once, one a line. */
export class CaseError extends Error {
  readonly problems: readonly PlacedProblem[];

  constructor(heading: string, problems: readonly PlacedProblem[], options?: ErrorOptions) {
    super([heading, ...problems.map(placedText)].join("\n"), options);
    this.name = "CaseError";
    this.problems = problems;
  }
}
