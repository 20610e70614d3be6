export * from "./claim.ts";
export * from "./made-by.ts";
export * from "./movement.ts";
export * from "./figure-text.ts";
export * from "./likelihood-range.ts";
export * from "./period-text.ts";
export * from "./trace/trace-of.ts";
export * from "./trace/trace.ts";
