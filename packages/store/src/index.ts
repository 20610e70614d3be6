export * from "./advanced.ts";
export * from "./entry.ts";
export * from "./errors.ts";
export * from "./open-store.ts";
export * from "./remaining.ts";
export * from "./store.ts";
export * from "./verification.ts";
export * from "./written-by.ts";
