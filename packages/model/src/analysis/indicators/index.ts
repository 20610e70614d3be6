export * from "./indicator-status.ts";
