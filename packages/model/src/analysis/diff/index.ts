export * from "./moment-diff.ts";
