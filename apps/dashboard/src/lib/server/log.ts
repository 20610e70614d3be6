import process from "node:process";
import { pino } from "pino";
import { usual } from "./environment.ts";

/** Of an error what says where it happened; whatever else a driver hangs on it may be what somebody wrote. */
function errorLine(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...("code" in error ? { code: error.code } : {}),
    stack,
    ...(cause === undefined ? {} : { cause: errorLine(cause) }),
  };
}

/** The server's log, a JSON line each on standard error, never with what a request carried: `MIZAN_LOG` is the level. */
export const log = pino(
  { level: process.env["MIZAN_LOG"] || usual.log, base: null, serializers: { err: errorLine } },
  pino.destination(2),
);
