import { soakBodies } from "./bodies.ts";
import { soakFsyncs } from "./fsyncs.ts";
import { soakKills } from "./kills.ts";

await soakBodies();
await soakFsyncs();
await soakKills();
