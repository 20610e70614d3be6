import { scaledFactors, type FactorId, type SpreadShift } from "@mizan/model";
import { sql } from "kysely";
import { readStudy, tailOf } from "./reading.ts";
import type { EventWindowOptions } from "./store.ts";
import { unitsInOne } from "./sums.ts";
import type { Reader } from "./tables.ts";

interface SpanSum {
  factor: string;
  lasting: number;
  start_day: number;
  end_day: number;
  mean: number;
  variance: number;
}

/**
 * The evidence of a case by factor and span, of what begins by a day. The database adds the shifts up by the days they are
 * spread over, so there are as many spans as the case knows, however many events they stand for.
 */
export async function readSpans(
  db: Reader,
  caseId: string,
  { asOf, knownAt }: Pick<EventWindowOptions, "asOf" | "knownAt">,
): Promise<SpreadShift[]> {
  const tail = await tailOf(db, caseId);
  const study = await readStudy(db, caseId, { kinds: ["factors"] });
  const factors = scaledFactors(study);
  const halfLives = new Map<string, number>(factors.map(({ id, scale }) => [id, scale.halfLifeDays]));
  const sums =
    knownAt === undefined || knownAt >= tail.known_through
      ? await keptSums(db, caseId, asOf)
      : await sumsAsKnown(db, caseId, asOf, knownAt);
  return sums.map(({ factor, lasting, start_day, end_day, mean, variance }): SpreadShift => ({
    factor: factor as FactorId,
    start: start_day,
    end: end_day,
    mean,
    variance,
    halfLifeDays: lasting ? Infinity : (halfLives.get(factor) ?? Infinity),
  }));
}

function keptSums(db: Reader, caseId: string, asOf: number): Promise<SpanSum[]> {
  const inOnes = (column: "mean" | "variance") =>
    sql<number>`cast(${sql.ref(column)} as double precision) / cast(${unitsInOne} as double precision)`.as(column);
  return db
    .selectFrom("sums")
    .select(["factor", "lasting", "start_day", "end_day", inOnes("mean"), inOnes("variance")])
    .where("case_id", "=", caseId)
    .where("start_day", "<=", asOf)
    .execute();
}

function sumsAsKnown(db: Reader, caseId: string, asOf: number, knownAt: number): Promise<SpanSum[]> {
  return db
    .selectFrom("shifts")
    .select(({ fn }) => [
      "factor",
      "lasting",
      "start_day",
      "end_day",
      fn.sum<number>("mean").as("mean"),
      fn.sum<number>("variance").as("variance"),
    ])
    .where("case_id", "=", caseId)
    .where("start_day", "<=", asOf)
    .where("known_from", "<=", knownAt)
    .where("known_until", ">", knownAt)
    .groupBy(["factor", "lasting", "start_day", "end_day"])
    .execute();
}
