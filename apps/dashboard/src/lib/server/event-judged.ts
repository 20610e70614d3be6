import { isoDate, Period, type Event } from "@mizan/model";
import { eventProblems, readRecord, standingOf } from "@mizan/model/ledger";
import { NotFoundError, UnfitError } from "@mizan/store";
import type { EventDraft, FieldProblem } from "#lib/event-form/draft.ts";
import { eventBody, fieldProblems, type EventBody } from "./event-body.ts";
import { plainText } from "./plain-text.ts";
import { ledger } from "./store.ts";
import { openCase } from "./studies.ts";
import { today } from "./today.ts";
import { knownFromNow } from "./write.ts";

/** A draft judged: the event it is, or every reason why it is none yet. */
export interface Judged {
  /** Its own, or the one proposed. */
  id: string;
  event: Event | undefined;
  problems: readonly FieldProblem[];
  /** Of problems that the ledger found in it, their fields. */
  placed(error: UnfitError): FieldProblem[];
}

/** Judges a draft by itself and beside the rest of its case; `was` is the event that it amends. */
export async function judged(caseId: string, draft: EventDraft, was?: Event): Promise<Judged> {
  const { standing } = await openCase(caseId);
  const id = was?.id ?? (draft.id || (await proposedId(caseId, draft)));
  const read = eventBody(draft, id, standing.actors, was);
  const body = was ? read.body : (knownFromNow(read.body) as EventBody["body"]);
  const reading = readRecord("events", body, id);
  const inUse = !was && draft.id !== "" && (await isTaken(caseId, id));
  const problems = firstOfEach([
    ...read.problems,
    ...(draft.title.en === "" ? [{ field: "title.en", text: "missing: an event has a title in English" }] : []),
    ...(id === "new" ? [{ field: "id", text: "this is the address of the form: choose another" }] : []),
    ...(inUse ? [{ field: "id", text: `another event has this id: ${id}` }] : []),
    ...fieldProblems(reading.problems ?? [], read),
    ...fieldProblems(eventProblems(asDated(body), standingOf(standing)), read).map(({ field, text }) => ({
      field: field || "citations",
      text,
    })),
  ]);
  return {
    id,
    event: problems.length === 0 ? (reading.record as Event) : undefined,
    problems,
    placed: (error) => firstOfEach(fieldProblems(error.problems, read)),
  };
}

/** What stands beside an event can be judged while a date in it is none yet: today stands in for it. */
function asDated(body: EventBody["body"]): Event {
  const dated = (text: unknown) => (Period.safeParse(text).success ? text : isoDate(today()));
  const { citations } = body as { citations?: readonly Record<string, unknown>[] };
  return {
    ...body,
    when: dated(body["when"]),
    ...(citations && { citations: citations.map((one) => ({ ...one, published: dated(one["published"]) })) }),
  } as unknown as Event;
}

function firstOfEach(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter(({ field }, i) => problems.findIndex((other) => other.field === field) === i);
}

const mostWords = 8;

/** The title's first words and the date, as an id that no event of the case has. */
async function proposedId(caseId: string, { title, when }: EventDraft): Promise<string> {
  const words = plainText(title.en).match(/[a-z0-9]+/g) ?? ["event"];
  const [date = ""] = /^\d{4}(-\d{2}){0,2}/.exec(when) ?? [];
  const id = [...words.slice(0, mostWords).map((word) => word.slice(0, 10)), ...(date ? [date] : [])].join("-");
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? id : `${id}-${number}`;
    if (numbered !== "new" && !(await isTaken(caseId, numbered))) return numbered;
  }
}

async function isTaken(caseId: string, id: string): Promise<boolean> {
  try {
    await (await ledger()).record(caseId, "events", id);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
