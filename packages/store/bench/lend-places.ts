import process from "node:process";
import { atEachEngine } from "./places.ts";

// Lends an empty place of each engine to whoever started this: a line of JSON for each, the next when a line comes back.
const answers = process.stdin[Symbol.asyncIterator]();
await atEachEngine(async (place) => {
  console.log(JSON.stringify(place));
  await answers.next();
});
process.stdin.destroy();
