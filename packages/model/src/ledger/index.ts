export * from "./event-reference.ts";
export * from "./read-record.ts";
export * from "./standing.ts";
