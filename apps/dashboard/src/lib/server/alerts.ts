import type { Alert } from "@mizan/model";
import type { Moment } from "@mizan/model/diff";
import { alertsBetween, type AlertDraft } from "@mizan/model/indicators";
import { ConflictError, type Addition } from "@mizan/store";
import { log } from "./log.ts";
import { mostWhole, wholeReadingAt } from "./reading.ts";
import { ledger } from "./store.ts";
import { today } from "./today.ts";

/** Who alerts are written by: nobody decides them, they follow from the case. */
const raiser = "Mizan";
/** Between two looks at a case that is being written to: a burst of entries is looked at once. */
const restMs = 500;
/** For every millisecond that the last look at a case took, so many until the next: writers wait for no look. */
const restPerLook = 20;
/** Between two looks at the calendar. */
const dayMs = 1000;

/**
 * Looks at every case after it changed and when a day has passed, and writes an alert for each indicator whose status is
 * another and each course of action that leads elsewhere.
 */
export async function watchForAlerts(): Promise<void> {
  const store = await ledger();
  const seen = new Map<string, Moment>();
  const waiting = new Set<string>();
  const took = new Map<string, number>();
  let looked = Promise.resolve();
  const lookSoon = (caseId: string) => {
    if (waiting.has(caseId)) return;
    waiting.add(caseId);
    setTimeout(
      () => {
        looked = looked.then(async () => {
          waiting.delete(caseId);
          const start = performance.now();
          await look(caseId, seen).catch((error: unknown) => log.error({ err: error, case: caseId }, "alerts"));
          took.set(caseId, performance.now() - start);
        });
      },
      Math.max(restMs, restPerLook * (took.get(caseId) ?? 0)),
    ).unref();
  };
  const lookAtAll = async () => {
    for (const { caseId } of await store.cases()) lookSoon(caseId);
  };
  for (const { caseId } of await store.cases()) await look(caseId, seen);
  store.watch(lookSoon);
  let day = today();
  setInterval(() => {
    if (day === today()) return;
    day = today();
    lookAtAll().catch((error: unknown) => log.error({ err: error }, "alerts"));
  }, dayMs).unref();
}

async function look(caseId: string, seen: Map<string, Moment>): Promise<void> {
  const before = seen.get(caseId);
  const after = await momentOf(caseId);
  if (!after) return;
  if (before) {
    for (const draft of alertsBetween(before, after)) await raise(caseId, after.study.alerts, draft);
  }
  // Only now: a change whose alert could not be written is looked at again with the next.
  seen.set(caseId, after);
}

/** Writes an alert, unless another server that saw the same change has. */
async function raise(caseId: string, alerts: readonly Alert[], draft: AlertDraft): Promise<void> {
  const subject = draft.indicator ?? `destination-${draft.option ?? "as-decided"}`;
  const earlier = alerts.filter(({ indicator, option }) => indicator === draft.indicator && option === draft.option);
  if (earlier.at(-1)?.after === draft.after) return;
  const numbers = alerts.flatMap(({ id }) =>
    id.startsWith(`${subject}-`) ? Number(id.slice(subject.length + 1)) || 0 : [],
  );
  const body = { id: `${subject}-${Math.max(0, ...numbers) + 1}`, raised: new Date().toISOString(), ...draft };
  const change: Addition = { action: "add", kind: "alerts", body };
  try {
    await (await ledger()).append(caseId, [change], { author: raiser });
  } catch (error) {
    const standing = error instanceof ConflictError ? (error.current?.body as Alert | undefined) : undefined;
    if (!standing) throw error;
    await raise(caseId, [...alerts, standing], draft);
  }
}

/** The case as it stands; undefined for one with more events than are read whole: it raises no alerts. */
async function momentOf(caseId: string): Promise<Moment | undefined> {
  const { whole, events, balance } = await wholeReadingAt(caseId, undefined, undefined);
  if (events.whole) return { study: whole, clocks: { asOf: balance.asOf } };
  log.warn({ case: caseId, events: events.count, most: mostWhole }, "too many events to raise alerts");
  return undefined;
}
