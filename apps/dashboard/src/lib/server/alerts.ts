import { lastDay, type Alert, type Case } from "@mizan/model";
import { alertsBetween, type AlertDraft } from "@mizan/model/indicators";
import { ConflictError, type Addition } from "@mizan/store";
import { caseAt, mostHeld } from "./case-at.ts";
import { keptCase, type KeptCase } from "./kept-case.ts";
import { log } from "./log.ts";
import { ledger } from "./store.ts";
import { today } from "./today.ts";

/** Who alerts are written by: nobody decides them, they follow from the case. */
const raiser = "Mizan";
/** Between two looks at a case that is being written to: a burst of entries is looked at once. */
const restMs = 500;

/** Looks at every case after it changed, and writes an alert for each indicator and destination that did. */
export async function watchForAlerts(): Promise<void> {
  const store = await ledger();
  const seen = new Map<string, Case>();
  for (const { caseId } of await store.cases()) {
    const kept = await keptCase(caseId);
    const study = kept && (await watched(caseId, kept));
    if (study) seen.set(caseId, study);
  }
  const waiting = new Set<string>();
  let looked = Promise.resolve();
  store.watch((caseId) => {
    if (waiting.has(caseId)) return;
    waiting.add(caseId);
    setTimeout(() => {
      looked = looked.then(() => {
        waiting.delete(caseId);
        return look(caseId, seen).catch((error: unknown) => log.error({ err: error, case: caseId }, "alerts"));
      });
    }, restMs).unref();
  });
}

async function look(caseId: string, seen: Map<string, Case>): Promise<void> {
  const kept = await keptCase(caseId);
  if (!kept) return;
  const [before, after] = [seen.get(caseId), await watched(caseId, kept)];
  if (!after) return;
  if (before) {
    const drafts = alertsBetween(before, after, lastDay(after, today()));
    for (const draft of drafts) await raise(caseId, after.alerts, draft);
  }
  // Only now: a change whose alert could not be written is looked at again with the next.
  seen.set(caseId, after);
}

/** Writes an alert, unless another server that saw the same change has. */
async function raise(caseId: string, alerts: readonly Alert[], draft: AlertDraft): Promise<void> {
  const subject = draft.indicator ?? `destination-${draft.option ?? "as-decided"}`;
  const earlier = alerts.filter(({ indicator, option }) => indicator === draft.indicator && option === draft.option);
  if (earlier.at(-1)?.after === draft.after) return;
  const body = { id: `${subject}-${earlier.length + 1}`, raised: new Date().toISOString(), ...draft };
  const change: Addition = { action: "add", kind: "alerts", body };
  await (await ledger()).append(caseId, [change], { author: raiser }).catch((error: unknown) => {
    if (!(error instanceof ConflictError)) throw error;
  });
}

/** The case that indicators are read of; undefined for one with more events than are held one by one: it raises no alerts. */
async function watched(caseId: string, kept: KeptCase): Promise<Case | undefined> {
  const { study, events } = await caseAt(caseId, kept, { asOf: lastDay(kept.standing, today()), knownAt: undefined });
  if (events.whole) return study;
  log.warn({ case: caseId, events: events.count, most: mostHeld }, "too many events to raise alerts");
  return undefined;
}
