export * from "./chamber-json.ts";
export * from "./diff-json.ts";
export * from "./index-json.ts";
export * from "./indicators-json.ts";
export * from "./outlook-json.ts";
export * from "./scenarios-json.ts";
export * from "./sensitivity-json.ts";
export * from "./stakeholders-json.ts";
