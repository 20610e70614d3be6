export * from "./alerts-between.ts";
export * from "./indicator-status.ts";
