export * from "./pairwise.ts";
export * from "./stakeholder-balance.ts";
export { StakeholderError, standsOn, type Scale, type Stand } from "./stand.ts";
