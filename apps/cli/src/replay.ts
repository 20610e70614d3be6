import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { writeCase } from "@mizan/cases";
import { eventSpan, inLanguage, isoDate, knownDay, openingDay, type Case, type Day, type Event } from "@mizan/model";
import { dayText } from "@mizan/model/words";
import { InputError } from "./input-error.ts";
import { openCase } from "./open-case.ts";
import { serveReplay, type Dashboard } from "./replay-dashboard.ts";
import { wholeOption } from "./whole-option.ts";

/** From the start of the dashboard to the first day that is played. */
const leadMs = 3000;

interface Options {
  speed: number;
  port: number;
}

export const replayCommand = new Command("replay")
  .description(
    "Play a case again, event by event, on a dashboard of its own with a throwaway ledger: to train, to show.",
  )
  .argument("<case>", "folder or id of a case")
  .option("--speed <days>", "days a second", daysASecond, 1)
  .option("--port <port>", "the dashboard's port", wholeOption(0, 65_535), 4000)
  .addHelpText("after", "\nExample: mizan replay khadimi-kh-2020 --speed 5\nCtrl-C ends it; nothing of it is kept.")
  .action(async (name: string, options: Options) => {
    const { study } = await openCase(name);
    if (study.events.length === 0) throw new InputError(`${study.case.id} has no events to play again`);
    const ended = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => ended.abort());
    const folder = await mkdtemp(join(tmpdir(), "mizan-replay-"));
    let dashboard: Dashboard | undefined;
    try {
      const played = await prepare(study, folder);
      ended.signal.throwIfAborted();
      const { from, to } = played;
      const title = inLanguage(study.case.title);
      const started = Date.now() + leadMs;
      const replay = { title, from: isoDate(from), to: isoDate(to), started, speed: options.speed };
      dashboard = serveReplay(study, folder, options.port, replay);
      ended.signal.addEventListener("abort", dashboard.leave);
      await play(played, dashboard, { started, speed: options.speed, signal: ended.signal });
    } catch (error) {
      if (!ended.signal.aborted) throw error;
    } finally {
      dashboard?.leave();
      await dashboard?.gone;
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

/** What is played: under which id, from which day to which, and its events as they arrive. */
interface Played {
  id: string;
  from: Day;
  to: Day;
  arriving: { event: Event; day: Day }[];
}

/** Writes the case as it was before its first event, for a dashboard to take in. */
async function prepare(study: Case, folder: string): Promise<Played> {
  const id = `replay-${study.case.id}`;
  const from = openingDay(study);
  const arriving = arrivals(study);
  const frame = {
    ...study.case,
    id: id as Case["case"]["id"],
    period: `${isoDate(from)}/..` as Case["case"]["period"],
  };
  await writeCase({ ...study, case: frame, events: [], alerts: [] }, join(folder, "cases", id));
  return { id, from, to: arriving.at(-1)!.day, arriving };
}

/** Logs each event on its day, then waits until the dashboard is gone. */
async function play(
  { id, from, to, arriving }: Played,
  { site, gone }: Dashboard,
  { started, speed, signal }: { started: number; speed: number; signal: AbortSignal },
): Promise<void> {
  const address = await site;
  process.stdout.write(`${address}/${id}  ${dayText(from)} to ${dayText(to)}\n`);
  for (const { event, day } of arriving) {
    const due = started + ((day - from) / speed) * 1000;
    await delay(Math.max(0, due - Date.now()), undefined, { signal });
    await log(`${address}/api/cases/${id}/records/events`, {
      ...event,
      known: event.known ?? (isoDate(day) as Event["when"]),
    });
    process.stdout.write(`${isoDate(day)}  ${inLanguage(event.title)}\n`);
  }
  process.stdout.write("That was the last event; Ctrl-C ends the replay.\n");
  await gone;
  throw new InputError("the dashboard has stopped");
}

async function log(address: string, event: Event): Promise<void> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  }).catch((cause: unknown) => {
    throw new InputError("the dashboard does not answer", { cause });
  });
  if (!response.ok) throw new InputError(`${event.id} was not taken: ${await response.text()}`);
}
