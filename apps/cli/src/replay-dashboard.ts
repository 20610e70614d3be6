import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Case } from "@mizan/model";
import { authorName } from "@mizan/store/environment";
import { InputError } from "./input-error.ts";

const dashboard = fileURLToPath(new URL("../../dashboard/", import.meta.url));

/** Writes in a minute that are left to whoever looks on, beside the events that are played. */
const writesBeside = 600;

/** A dashboard as a process of its own. */
export interface Dashboard {
  /** Its address, once it answers; an `InputError` where it does not start. */
  site: Promise<string>;
  /** Told to stop, at whatever it is. */
  leave: () => void;
  gone: Promise<unknown>;
}

/** Starts a dashboard on a ledger and case folders within a folder, which shows the days that the replay has reached. */
export function serveReplay(study: Case, folder: string, port: number, replay: object): Dashboard {
  if (!existsSync(join(dashboard, "build/handler.js")))
    throw new InputError("the dashboard is not built: run pnpm build first");
  const server = spawn(process.execPath, ["server.ts"], {
    cwd: dashboard,
    env: {
      ...process.env,
      MIZAN_DATABASE_URL: "",
      MIZAN_DATA: join(folder, "data"),
      MIZAN_CASES: join(folder, "cases"),
      MIZAN_PORT: String(port),
      MIZAN_AUTHOR: authorName(process.env),
      MIZAN_WRITES_PER_MINUTE: String(study.events.length + writesBeside),
      MIZAN_REPLAY: JSON.stringify(replay),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  createInterface(server.stderr).on("line", (line) => said.push(line));
  const site = async () => {
    for await (const line of createInterface(server.stdout)) {
      const [, address] = /Mizan is ready: (\S+)/.exec(line) ?? [];
      if (address) return address;
    }
    throw new InputError(said.join("\n") || "the dashboard did not start");
  };
  return { site: site(), leave: () => server.kill("SIGTERM"), gone: once(server, "exit") };
}
