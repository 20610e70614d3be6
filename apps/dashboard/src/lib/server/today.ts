import process from "node:process";
import { dayOf, type Day } from "@mizan/model";
import { readReplay } from "./environment.ts";

const dayMs = 86_400_000;
const replay = process.env["MIZAN_REPLAY"] ? readReplay(process.env["MIZAN_REPLAY"]) : undefined;

/** The day it is: the clock's, or the one that a replay has reached. */
export function today(): Day {
  if (!replay) return Math.floor(Date.now() / dayMs);
  const passed = Math.floor(((Date.now() - replay.started) / 1000) * replay.speed);
  return Math.min(dayOf(replay.to), dayOf(replay.from) + Math.max(0, passed));
}

/** That this is a replay, in a sentence for every page; undefined for what is the case. */
export function replayText(): string | undefined {
  if (!replay) return undefined;
  const pace = replay.speed === 1 ? "a day a second" : `${replay.speed} days a second`;
  return `Replay, ${pace}: what is shown has happened before.`;
}
