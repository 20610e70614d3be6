import { statSync } from "node:fs";
import { pathFrom, type Environment } from "@mizan/store/environment";
import * as z from "zod";

/** A variable of the environment that the server reads. */
interface Variable {
  name: string;
  says: string;
  /** What holds while it is not set. */
  unset: string;
  /** What is wrong with a value, as the rest of a sentence that begins with the name. */
  fault: (value: string, env: Environment) => string | undefined;
}

/** What holds where a variable is not set. */
export const usual = {
  host: "127.0.0.1",
  port: "4000",
  log: "warn",
  readsPerMinute: "6000",
  writesPerMinute: "600",
  streamsPerClient: "24",
} as const;

/** A case that is played again: from which day to which, since when, how many days a second. */
const Replay = z.strictObject({
  title: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  started: z.number(),
  speed: z.number().positive(),
});

/** The replay that a variable says; throws where it says none. */
export function readReplay(text: string): z.infer<typeof Replay> {
  return Replay.parse(JSON.parse(text));
}

const loopback = ["127.0.0.1", "localhost", "::1"];
const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const protocolsOf = (value: string) => URL.parse(value)?.protocol ?? "";
const wholeFault = (value: string) =>
  /^[1-9]\d{0,8}$/.test(value) ? undefined : `is not a whole number of 1 or more: ${value}`;

/** Every variable that the server reads; an empty one counts as not set. */
export const variables: readonly Variable[] = [
  {
    name: "MIZAN_HOST",
    says: "address to listen on; until there is sign-in, one of this machine alone",
    unset: usual.host,
    fault: (value) =>
      loopback.includes(value)
        ? undefined
        : `is ${value}, expected ${usual.host}: Mizan listens on this machine alone until it has sign-in.`,
  },
  {
    name: "MIZAN_PORT",
    says: "port to listen on; 0 takes a free one",
    unset: usual.port,
    fault: (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? undefined : `is not a port: ${value}`),
  },
  {
    name: "ORIGIN",
    says: "web address under which a proxy shows this server, such as https://mizan.example",
    unset: "none: only this machine's own names are answered",
    fault: (value) => (/^https?:$/.test(protocolsOf(value)) ? undefined : `is not a web address: ${value}`),
  },
  {
    name: "MIZAN_CASES",
    says: "folder of case folders, taken in at start beside the bundled ones",
    unset: "the bundled cases alone",
    fault: (value, env) =>
      statSync(pathFrom(env, value), { throwIfNoEntry: false })?.isDirectory()
        ? undefined
        : `is not a folder: ${value}`,
  },
  {
    name: "MIZAN_DATA",
    says: "folder of the ledger; made where there is none",
    unset: "data, where the server is started",
    fault: (value, env) =>
      (statSync(pathFrom(env, value), { throwIfNoEntry: false })?.isDirectory() ?? true)
        ? undefined
        : `is not a folder: ${value}`,
  },
  {
    name: "MIZAN_DATABASE_URL",
    says: "PostgreSQL database of the ledger, postgres://user:password@host/database",
    unset: "SQLite, in MIZAN_DATA",
    fault: (value) =>
      /^postgres(?:ql)?:$/.test(protocolsOf(value)) ? undefined : "is not a PostgreSQL address: postgres://…",
  },
  {
    name: "MIZAN_AUTHOR",
    says: "whose name stands on what is written",
    unset: "who is signed in to this machine",
    fault: (value) =>
      value.trim() !== "" && value.length <= 200 && !/\p{Cc}/u.test(value)
        ? undefined
        : "is not a name of 1 to 200 characters",
  },
  {
    name: "MIZAN_LOG",
    says: `what is logged on standard error: ${levels.join(", ")}`,
    unset: usual.log,
    fault: (value) =>
      levels.includes(value) ? undefined : `is not a level of the log (${levels.join(", ")}): ${value}`,
  },
  {
    name: "MIZAN_READS_PER_MINUTE",
    says: "reading requests that one address may make in a minute",
    unset: usual.readsPerMinute,
    fault: wholeFault,
  },
  {
    name: "MIZAN_WRITES_PER_MINUTE",
    says: "writing requests that one address may make in a minute",
    unset: usual.writesPerMinute,
    fault: wholeFault,
  },
  {
    name: "MIZAN_STREAMS_PER_CLIENT",
    says: "live streams that one address may hold open",
    unset: usual.streamsPerClient,
    fault: wholeFault,
  },
  {
    name: "MIZAN_LARGEST_BYTES",
    says: "bytes that the SQLite file may grow to; beyond it, writing is refused",
    unset: "as large as the disk",
    fault: (value) => (/^[1-9]\d{0,14}$/.test(value) ? undefined : `is not a number of bytes: ${value}`),
  },
  {
    name: "MIZAN_DECK",
    says: "built file of the deck, which briefings are made from",
    unset: "apps/deck/dist/deck.html",
    fault: (value) =>
      statSync(value, { throwIfNoEntry: false })?.isDirectory() ? `is a folder, expected a file: ${value}` : undefined,
  },
  {
    name: "MIZAN_REPLAY",
    says: "the case that is played again and how fast, as `mizan replay` sets it",
    unset: "it is the day that the clock says",
    fault: (value) => (isReplay(value) ? undefined : `is not what mizan replay sets: ${value}`),
  },
];

function isReplay(text: string): boolean {
  try {
    return Boolean(readReplay(text));
  } catch {
    return false;
  }
}

/** What is wrong with an environment, in one line; undefined where nothing is. */
export function environmentFault(env: Environment): string | undefined {
  for (const { name, fault } of variables) {
    const value = env[name];
    const found = value ? fault(value, env) : undefined;
    if (found !== undefined) return `${name} ${found.replaceAll(/\p{Cc}/gu, " ")}`;
  }
  return undefined;
}

/** What `--help` prints. */
export function helpText(): string {
  const width = Math.max(...variables.map(({ name }) => name.length)) + 2;
  const lines = variables.map(
    ({ name, says, unset }) => `  ${name.padEnd(width)}${says}\n  ${" ".repeat(width)}(unless set: ${unset})`,
  );
  return `Usage: node server.ts [--help]

Serves the cases of a ledger: pages, briefings and the interface described under /api.

The environment it reads:
${lines.join("\n")}
`;
}
