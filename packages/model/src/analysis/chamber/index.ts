export * from "./chamber-count.ts";
export * from "./joining.ts";
export * from "./minimal-winning.ts";
export * from "./pivotal.ts";
export * from "./power-index.ts";
export * from "./vote.ts";
export { ChamberError, type VotingRule } from "./voting-rule.ts";
export { fractionNumber, fractionText, type Fraction } from "../fraction.ts";
