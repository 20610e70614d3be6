export { coursesOf, destination, movedDestination, type Destination } from "./destination.ts";
export * from "./outlook.ts";
export * from "./outcome-test.ts";
