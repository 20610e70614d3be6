export * from "./moment-diff.ts";
export * from "./record-difference.ts";
