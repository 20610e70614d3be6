import type { TestProject } from "vitest/node";
import { startServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One server for all test files; nothing in them outlives it, so it need not wait for the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer(["fsync=off", "max_connections=200"]);
  project.provide("postgresUrl", server.url);
  return server.stop;
}
