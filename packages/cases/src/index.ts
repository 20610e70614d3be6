export * from "./case-error.ts";
export * from "./case-folders.ts";
export * from "./load-case.ts";
export * from "./place.ts";
export * from "./write-case.ts";
