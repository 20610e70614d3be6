import * as z from "zod";
import {
  dayOf,
  hintText,
  Id,
  indexSeries,
  isoDate,
  largestSeed,
  nearest,
  recordKinds,
  type Balance,
  type Case,
  type Clocks,
  type Day,
} from "@mizan/model";
import { ChamberError } from "@mizan/model/chamber";
import { momentDiff } from "@mizan/model/diff";
import { indicatorStatuses } from "@mizan/model/indicators";
import {
  chamberJson,
  diffJson,
  indexJson,
  indicatorsJson,
  outlookJson,
  scenariosJson,
  sensitivityJson,
  stakeholdersJson,
} from "@mizan/model/json";
import { outlookDraws } from "@mizan/model/outlook";
import {
  basinTask,
  configurationCount,
  consistentTask,
  givenOf,
  MatrixError,
  presentConfiguration,
  run,
  systemOf,
} from "@mizan/model/scenarios";
import { sensitivityTask } from "@mizan/model/sensitivity";
import { StakeholderError, stakeholderBalance, standsOn } from "@mizan/model/stakeholders";
import { writtenBy } from "@mizan/store";
import { mostWhole, readingAt, wholeReadingAt, type Reading } from "../reading.ts";
import { ledger } from "../store.ts";
import { ApiError } from "./api-error.ts";
import { placedFaults } from "./placed-faults.ts";
import { ClockQuery, dayAsked, DayParameter, queryOf, SwitchParameter, wholeParameter } from "./query.ts";

/** One way to look at a case: what may be asked, and what is answered. */
interface View {
  summary: string;
  query: z.ZodObject;
  answer: (asked: { id: string; url: URL; signal: AbortSignal }) => Promise<object> | object;
}

/** A view whose parameters are typed by their schema. */
function view<Schema extends z.ZodObject>(
  summary: string,
  query: Schema,
  answer: (asked: { id: string; query: z.infer<Schema>; signal: AbortSignal }) => Promise<object> | object,
): View {
  return {
    summary,
    query,
    answer: async ({ id, url, signal }) => {
      try {
        return await answer({ id, query: queryOf(url, query), signal });
      } catch (cause) {
        if (cause instanceof ChamberError || cause instanceof StakeholderError)
          throw new ApiError(422, cause.message, { errors: placedFaults(cause.problems, 0), cause });
        if (cause instanceof MatrixError) throw new ApiError(422, cause.message, { cause });
        throw cause;
      }
    },
  };
}

const seed = wholeParameter(0, largestSeed).optional();
const mostDraws = 100_000;
const mostEntries = 1000;

/** Every view of a case that the interface offers, by the last word of its address. */
export const views: Readonly<Record<string, View>> = {
  index: view(
    "The index with its bands, levels and states of the factors, what each record adds",
    ClockQuery,
    async ({ id, query }) => indexJson((await reading(id, query)).balance),
  ),
  series: view("The index on every day from the opening to the day looked at", ClockQuery, async ({ id, query }) => {
    const { balance, opening } = await reading(id, query);
    const { study, evidence, asOf } = balance;
    const points = balance.index ? indexSeries(study, evidence, Math.min(opening, asOf), asOf) : [];
    return { points: points.map(({ day, index, band50, band90 }) => ({ day: isoDate(day), index, band50, band90 })) };
  }),
  scenarios: view(
    "The consistent scenarios for every choice of the decisions, given what lies outside",
    ClockQuery.extend({ basins: SwitchParameter.optional(), outside: SwitchParameter.optional(), seed }),
    async ({ id, query, signal }) => scenariosOf(await reading(id, query), query, signal),
  ),
  outlook: view(
    "Where the case leads from its present under each course of action, by draws",
    ClockQuery.extend({
      option: z.string().optional(),
      outside: SwitchParameter.optional(),
      draws: wholeParameter(1, mostDraws).optional(),
      seed,
    }),
    async ({ id, query }) => outlookOf((await reading(id, query)).balance, query),
  ),
  stakeholders: view(
    "Who stands where on an issue: mean, median, pairwise contests, band",
    ClockQuery.extend({ issue: z.string().optional() }),
    async ({ id, query }) => stakeholdersOf((await reading(id, query)).balance.study, query.issue),
  ),
  chamber: view(
    "The vote on the case's motion: votes short, who is pivotal, who must join or refuse, exact power indices",
    ClockQuery.extend({ with: z.string().optional() }),
    async ({ id, query }) => chamberOf((await reading(id, query)).balance.study, query.with),
  ),
  sensitivity: view(
    "What would change our mind, over index and outcomes",
    ClockQuery,
    async ({ id, query, signal }) => {
      const { whole, balance } = await wholeReading(id, query);
      const found = await run(sensitivityTask(whole, clocksOf(query, balance.asOf)), { signal });
      return sensitivityJson(balance.asOf, found);
    },
  ),
  indicators: view("Which indicators have fired, since when, on which records", ClockQuery, async ({ id, query }) => {
    const { balance } = await wholeReading(id, query);
    return indicatorsJson(balance.asOf, indicatorStatuses(balance.study, balance.asOf));
  }),
  diff: view(
    "What is different between two moments, and what each record did to the index",
    z.object({
      from: DayParameter,
      to: DayParameter,
      knownFrom: DayParameter.optional(),
      knownTo: DayParameter.optional(),
    }),
    async ({ id, query: { from, to, knownFrom, knownTo } }) => {
      const [before, after] = [
        await wholeReading(id, { knownAt: knownFrom }),
        await wholeReading(id, { knownAt: knownTo }),
      ];
      return diffJson(
        momentDiff(
          { study: before.whole, clocks: { asOf: dayOf(from), knownAt: dayAsked(knownFrom) } },
          { study: after.whole, clocks: { asOf: dayOf(to), knownAt: dayAsked(knownTo) } },
        ),
      );
    },
  ),
  history: view(
    "The entries of the ledger, in the order they were taken",
    z.object({
      after: wholeParameter(0, Number.MAX_SAFE_INTEGER).optional(),
      limit: wholeParameter(1, mostEntries).optional(),
      kind: z.enum(["case", ...recordKinds], "expected a kind of record").optional(),
      record: Id.optional(),
    }),
    async ({ id, query: { after, limit = 100, kind, record } }) => {
      const entries = await (await ledger()).entries(id, { after, kind, record, limit: limit + 1 });
      const page = entries.slice(0, limit);
      return { entries: page, ...(entries.length > limit ? { next: String(page.at(-1)!.sequence) } : {}) };
    },
  ),
  export: view(
    "The whole case as one object keyed by record kind",
    z.object({ knownAt: DayParameter.optional(), format: z.literal("json", "expected json").optional() }),
    async ({ id, query: { knownAt } }) => {
      const store = await ledger();
      return knownAt === undefined ? store.study(id) : writtenBy(store, id, knownAt);
    },
  ),
};

/** A reading that holds every event, for what looks at each of them in turn. */
async function wholeReading(id: string, { asOf, knownAt }: Asked): Promise<Reading> {
  const found = await wholeReadingAt(id, dayAsked(asOf), dayAsked(knownAt));
  if (found.events.whole) return found;
  throw new ApiError(
    422,
    `this is worked out for cases of at most ${mostWhole} events; this one has ${found.events.count}`,
  );
}

type Asked = { asOf?: string | undefined; knownAt?: string | undefined };

function reading(id: string, { asOf, knownAt }: Asked): Promise<Reading> {
  return readingAt(id, dayAsked(asOf), dayAsked(knownAt));
}

function clocksOf({ knownAt }: Asked, asOf: Day): Clocks {
  return { asOf, knownAt: dayAsked(knownAt) };
}

async function scenariosOf(
  { balance }: Reading,
  {
    basins: counted,
    outside,
    seed: given = 1,
  }: { basins?: boolean | undefined; outside?: boolean | undefined; seed?: number | undefined },
  signal: AbortSignal,
): Promise<object> {
  const { study, states } = balance;
  if (study.factors.length === 0) return { configurations: 0, consistent: [] };
  const { system } = systemOf(study);
  const { forced, chosen } = givenOf(study, presentConfiguration(study, states), outside ? "any" : "present");
  const search = await run(consistentTask(system, { forced, chosen }), { signal });
  const basins = counted ? await run(basinTask(system, { forced, chosen, seed: given }), { signal }) : undefined;
  return scenariosJson({ configurations: configurationCount(system, forced), search, basins }, given);
}

function outlookOf(
  balance: Balance,
  query: Asked & {
    option?: string | undefined;
    outside?: boolean | undefined;
    draws?: number | undefined;
    seed?: number | undefined;
  },
): object {
  const { options } = balance.study;
  const option = options.find(({ id }) => id === query.option);
  if (query.option !== undefined && !option) throw unknown("option", query.option, options);
  const found = outlookJson(balance, {
    ...(option ? { options: [option.id] } : {}),
    draws: query.draws ?? outlookDraws,
    seed: query.seed ?? 1,
    outside: query.outside ?? false,
  });
  if (!found) throw new ApiError(422, "the case has no outlook: the present state of some factor is not known");
  return found;
}

function stakeholdersOf(study: Case, asked: string | undefined): object {
  const issues = study.case.issues ?? [];
  const issue = asked === undefined ? issues[0] : issues.find(({ id }) => id === asked);
  if (!issue && asked !== undefined) throw unknown("issue", asked, issues);
  if (!asked && issues.length > 1)
    throw new ApiError(400, `the case has several issues: name one: ${issues.map(({ id }) => id).join(", ")}`);
  return stakeholdersJson(issue && stakeholderBalance(standsOn(study, issue.id), { scale: issue.scale }));
}

function chamberOf(study: Case, asked: string | undefined): object {
  const including = asked ? asked.split(",") : [];
  for (const id of including)
    if (!study.chamber.some((list) => list.id === id)) throw unknown("list", id, study.chamber);
  return chamberJson(study, including);
}

function unknown(what: string, id: string, known: readonly { id: string }[]): ApiError {
  const ids = known.map((one) => one.id);
  return new ApiError(400, `unknown ${what}: ${id}${hintText(nearest(id, ids))}`);
}
