import { lastDay, type Alert, type Case } from "@mizan/model";
import { alertsBetween, type AlertDraft } from "@mizan/model/indicators";
import { ConflictError, type Addition } from "@mizan/store";
import { keptCase } from "./kept-case.ts";
import { log } from "./log.ts";
import { ledger } from "./store.ts";

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
    if (kept) seen.set(caseId, kept.study);
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
  const [before, after] = [seen.get(caseId), kept.study];
  if (before && before !== after && !sameButForAlerts(before, after)) {
    const drafts = alertsBetween(before, after, lastDay(after, Math.floor(Date.now() / 86_400_000)));
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

function sameButForAlerts(before: Case, after: Case): boolean {
  return (Object.keys(after) as (keyof Case)[]).every((kind) => kind === "alerts" || before[kind] === after[kind]);
}
