import process from "node:process";
import { pino } from "pino";

/** The server's log, a JSON line each on standard error, never with what a request carried: `MIZAN_LOG` is the level. */
export const log = pino({ level: process.env["MIZAN_LOG"] || "warn", base: null }, pino.destination(2));
