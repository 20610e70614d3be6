export * from "./scw.ts";
export * from "./scw-text.ts";
