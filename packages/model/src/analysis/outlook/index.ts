export * from "./destination.ts";
export * from "./outlook.ts";
export * from "./outcome-test.ts";
