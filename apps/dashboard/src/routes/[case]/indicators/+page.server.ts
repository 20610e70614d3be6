import type { Alert } from "@mizan/model";
import { isoDate } from "@mizan/model";
import { ConflictError, ReadOnlyError, UnavailableError } from "@mizan/store";
import { fail } from "@sveltejs/kit";
import { alertRows } from "#lib/server/alert-row.ts";
import { indicatorRows } from "#lib/server/indicator-row.ts";
import { mostWhole, wholeReadingOf } from "#lib/server/reading.ts";
import { ledger } from "#lib/server/store.ts";
import { today } from "#lib/server/today.ts";
import { notWritten, write } from "#lib/server/write.ts";

const mostShown = 100;

export async function load(event) {
  const reading = await wholeReadingOf(event);
  const store = await ledger();
  // Alerts are of the present, whatever day the page is read at.
  const { records } = await store.records(event.params.case, "alerts", { limit: 1000 });
  const alerts = alertRows(reading.whole, records);
  return {
    indicators: reading.events.whole ? indicatorRows(reading) : undefined,
    most: mostWhole,
    from: Math.min(reading.opening, reading.balance.asOf),
    alerts: { shown: alerts.slice(0, mostShown), count: alerts.length, open: alerts.filter(({ open }) => open).length },
    snoozeDays,
  };
}

/** How many days an alert can be put off. */
const snoozeDays = [1, 7, 30];

export const actions = {
  /** Takes note of an alert. */
  acknowledge: async (event) => answer(event, () => ({ acknowledged: new Date().toISOString() })),
  /** Puts an alert off for some days. */
  snooze: async (event) =>
    answer(event, (form) => {
      const days = Number(form.get("days"));
      return snoozeDays.includes(days) ? { snoozedUntil: isoDate(today() + days) } : undefined;
    }),
};

/** Writes what somebody did about an alert, if it still stands as it was shown to them. */
async function answer(
  { params, request }: { params: { case: string }; request: Request },
  changed: (form: FormData) => Partial<Alert> | undefined,
) {
  const form = await request.formData();
  const [record, version] = [String(form.get("alert")), Number(form.get("version"))];
  const change = changed(form);
  if (!change || !Number.isInteger(version)) return fail(400, { message: "This cannot be asked of an alert." });
  const store = await ledger();
  try {
    const { body } = await store.record(params.case, "alerts", record);
    const amendment = {
      action: "amend" as const,
      kind: "alerts" as const,
      record,
      version,
      body: { ...body, ...change },
    };
    await write(params.case, amendment);
    return { message: "" };
  } catch (error) {
    if (error instanceof ConflictError)
      return fail(409, { message: "Somebody has answered this alert meanwhile: it is shown as it stands now." });
    if (error instanceof ReadOnlyError || error instanceof UnavailableError) return fail(503, { message: notWritten });
    throw error;
  }
}
