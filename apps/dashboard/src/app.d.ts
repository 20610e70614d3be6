import type { IncomingMessage } from "node:http";
import type { Reading } from "#lib/server/reading.ts";

declare global {
  namespace App {
    interface Error {
      /** Everything that is wrong, a line each. */
      problems?: readonly string[];
    }
    interface Platform {
      /** The request as it came in; `hangUp` ends the connection of one whose answer is not taken. */
      req: IncomingMessage & { hangUp?: () => void };
    }
    interface Locals {
      /** The case as this request reads it, worked out once. */
      reading?: Promise<Reading>;
      /** The last entry that the reader saw on an earlier visit, looked up once. */
      seen?: { entry: number | undefined };
    }
  }
}

export {};
