import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { writeCase } from "@mizan/cases";
import { eventSpan, inLanguage, isoDate, knownDay, openingDay, type Case, type Day, type Event } from "@mizan/model";
import { dayText } from "@mizan/model/words";
import { author } from "./author.ts";
import { InputError } from "./input-error.ts";
import { openCase } from "./open-case.ts";

const dashboard = fileURLToPath(new URL("../../dashboard/", import.meta.url));

interface Options {
  speed: number;
  port: string;
}

export const replayCommand = new Command("replay")
  .description(
    "Play a case again, event by event, on a dashboard of its own with a throwaway ledger: to train, to show.",
  )
  .argument("<case>", "folder or id of a case")
  .option("--speed <days>", "days a second", daysASecond, 1)
  .option("--port <port>", "the dashboard's port", "4000")
  .addHelpText("after", "\nExample: mizan replay khadimi-kh-2020 --speed 5\nCtrl-C ends it; nothing of it is kept.")
  .action(async (name: string, options: Options) => {
    const { study } = await openCase(name);
    if (!existsSync(join(dashboard, "build/handler.js")))
      throw new InputError("the dashboard is not built: run pnpm build first");
    const folder = await mkdtemp(join(tmpdir(), "mizan-replay-"));
    let server: ChildProcess | undefined;
    const ended = new AbortController();
    const end = () => ended.abort();
    process.once("SIGINT", end).once("SIGTERM", end);
    try {
      server = await play(study, folder, options, ended.signal);
    } catch (error) {
      if (!ended.signal.aborted) throw error;
    } finally {
      if (server && server.exitCode === null) {
        const left = new Promise((resolve) => server!.once("exit", resolve));
        server.kill("SIGTERM");
        await left;
      }
      await rm(folder, { recursive: true, force: true });
    }
  });

function daysASecond(text: string): number {
  const speed = Number(text);
  if (!(speed > 0 && speed <= 1000)) throw new InvalidArgumentError("expected a number of days a second, up to 1000");
  return speed;
}

/** When each event arrives: the day it became known, never before it began. */
function arrivals(study: Case): { event: Event; day: Day }[] {
  const opening = openingDay(study);
  return study.events
    .map((event) => {
      const { start } = eventSpan(event, opening);
      return { event, day: Math.max(opening, event.expected ? opening : start, knownDay(event) ?? start) };
    })
    .toSorted((a, b) => a.day - b.day);
}

async function play(study: Case, folder: string, { speed, port }: Options, signal: AbortSignal): Promise<ChildProcess> {
  const id = `replay-${study.case.id}`;
  const opening = openingDay(study);
  const all = arrivals(study);
  const last = all.at(-1)?.day ?? opening;
  const frame = {
    ...study.case,
    id: id as Case["case"]["id"],
    period: `${isoDate(opening)}/..` as Case["case"]["period"],
  };
  await writeCase({ ...study, case: frame, events: [], alerts: [] }, join(folder, "cases", id));
  const started = Date.now() + 3000;
  const { server, site } = await serve(folder, port, {
    title: inLanguage(study.case.title),
    from: isoDate(opening),
    to: isoDate(last),
    started,
    speed,
  });
  signal.addEventListener("abort", () => server.kill("SIGTERM"), { once: true });
  process.stdout.write(`${site}/${id}  ${dayText(opening)} to ${dayText(last)}\n`);
  for (const { event, day } of all) {
    const due = started + ((day - opening) / speed) * 1000;
    await delay(Math.max(0, due - Date.now()), undefined, { signal });
    await log(site, id, { ...event, known: event.known ?? (isoDate(day) as Event["when"]) });
    process.stdout.write(`${isoDate(day)}  ${inLanguage(event.title)}\n`);
  }
  process.stdout.write("That was the last event; Ctrl-C ends the replay.\n");
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  return server;
}

async function serve(folder: string, port: string, replay: object): Promise<{ server: ChildProcess; site: string }> {
  const server = spawn(process.execPath, ["server.ts"], {
    cwd: dashboard,
    env: {
      ...process.env,
      MIZAN_DATABASE_URL: "",
      MIZAN_DATA: join(folder, "data"),
      MIZAN_CASES: join(folder, "cases"),
      MIZAN_PORT: port,
      MIZAN_AUTHOR: author(),
      MIZAN_REPLAY: JSON.stringify(replay),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  createInterface(server.stderr!).on("line", (line) => said.push(line));
  for await (const line of createInterface(server.stdout!)) {
    const [, site] = /Mizan is ready: (\S+)/.exec(line) ?? [];
    if (site) return { server, site };
  }
  throw new InputError(said.join("\n") || "the dashboard did not start");
}

async function log(site: string, id: string, event: Event): Promise<void> {
  const response = await fetch(`${site}/api/cases/${id}/records/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  });
  if (!response.ok) throw new InputError(`${event.id} was not taken: ${await response.text()}`);
}
