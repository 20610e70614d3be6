import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, isoDate, shiftsOf } from "../../src/index.ts";
import { configurationCode, consistentConfigurations, systemOf } from "../../src/analysis/cross-impact/index.ts";
import { outlook } from "../../src/analysis/outlook/index.ts";
import { figureText, traceOf, type TraceCell } from "../../src/words/index.ts";
import { firstCoding } from "../first-coding.ts";
import { randomStudy, opening, closing } from "../random-study.ts";
import { small } from "../small-study.ts";

const balance = balanceAt(small, { asOf: dayOf("2021-03-20") });
const last = (cells: readonly TraceCell[]) => {
  const cell = cells.at(-1)!;
  return "value" in cell ? cell.value : NaN;
};

describe("traceOf", () => {
  it("leads from the index to a factor to an event to its source and place", () => {
    const index = traceOf(balance, "index")!;
    expect(index.figure.value).toBe(balance.index!.index);
    const level = traceOf(balance, index.arithmetic.rows.find(({ label }) => label === "Bridge")!.opens!)!;
    const sortie = traceOf(
      balance,
      level.arithmetic.rows.find(({ label }) => label === "A sortie takes the toll house")!.opens!,
    )!;
    expect(sortie.records[0]).toMatchObject({ kind: "events", id: "sortie" });
    expect(sortie.sources).toMatchObject([
      { grade: "B2", name: { en: "The Chronicle" }, place: "p. 1", published: "2 March 2021" },
    ]);
    expect(sortie.says).toContain("Without it the index would read ");
  });

  it("has rows that add up to the total it states", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening, max: closing }), (random, asOf) => {
        const drawn = balanceAt(random, { asOf });
        const keys = [
          "index",
          ...random.factors.map(({ id }) => `level/${id}`),
          ...random.events.map(({ id }) => `points/${id}`),
        ];
        for (const trace of keys.map((key) => traceOf(drawn, key))) {
          if (!trace?.arithmetic.total) continue;
          const sum = trace.arithmetic.rows.reduce((total, { cells }) => total + last(cells), 0);
          expect(sum).toBeCloseTo(last(trace.arithmetic.total.cells), 11);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("opens nothing that leads nowhere", () => {
    const study = firstCoding();
    const whole = balanceAt(study, { asOf: dayOf("2020-07-08") });
    const seen = new Set<string>();
    const queue = ["index", "change/2020-06-25/2020-07-08", ...study.events.map(({ id }) => `evidence/${id}`)];
    while (queue.length > 0) {
      const key = queue.pop()!;
      if (seen.has(key)) continue;
      seen.add(key);
      const trace = traceOf(whole, key);
      expect(trace, key).toBeDefined();
      expect(trace!.records.length, key).toBeGreaterThan(0);
      queue.push(...trace!.arithmetic.rows.flatMap(({ opens }) => opens ?? []));
    }
    expect(seen.size).toBeGreaterThan(50);
  });

  it("explains what a record states itself", () => {
    expect(traceOf(balance, "factor/bridge/weight")).toMatchObject({ figure: { value: 3 }, says: "the prize" });
    expect(traceOf(balance, "factor/bridge/cut-1")).toMatchObject({ figure: { value: 0.3, form: "level" } });
    expect(traceOf(balance, "method/reliability/B")!.figure.value).toBe(0.8);
    expect(traceOf(balance, "method/step")!.figure.value).toBe(0.25);
    expect(traceOf(balance, "grade/B3")!.figure.value).toBeCloseTo(Math.sqrt(0.48), 12);
    expect(traceOf(balance, "evidence/barn-fire")!.figure.value).toBeCloseTo(0.6, 12);
    expect(figureText(traceOf(balance, "state/bridge/held")!.figure.value!, "share")).toMatch(/%$/);
    expect(traceOf(balance, "baseline/grain")!.figure.value).toBe(balance.contributions[1]!.points);
  });

  it("tells how far a level moved since a day", () => {
    const moved = traceOf(balance, "level-change/bridge/2021-02-28")!;
    expect(moved.figure.value).toBeCloseTo(balance.levels[0]!.level - Math.tanh(0.1), 12);
    const sum = moved.arithmetic.rows.reduce((total, { cells }) => total + last(cells), 0);
    expect(sum).toBeCloseTo(last(moved.arithmetic.total!.cells), 12);
  });

  it("tells the index, a level and an event's points as they stood on an earlier day", () => {
    const then = balanceAt(small, { asOf: dayOf("2021-03-05") });
    const index = traceOf(balance, "index-on/2021-03-05")!;
    expect(index.figure).toEqual(traceOf(then, "index")!.figure);
    expect(index.title).toBe("Index of the balance on 5 March 2021");
    expect(index.arithmetic.rows.map(({ opens }) => opens)).toContain("level-on/bridge/2021-03-05");
    const level = traceOf(balance, "level-on/bridge/2021-03-05")!;
    expect(level.figure).toEqual(traceOf(then, "level/bridge")!.figure);
    expect(level.arithmetic.rows.map(({ opens }) => opens)).toEqual([
      "factor/bridge/baseline",
      "points-on/sortie/2021-03-05",
      "points-on/barn-fire/2021-03-05",
    ]);
    expect(traceOf(balance, "points-on/sortie/2021-03-05")!.figure).toEqual(traceOf(then, "points/sortie")!.figure);
  });

  it("reads an earlier day as it is known on the page's own", () => {
    const known = { asOf: dayOf("2021-03-20"), knownAt: dayOf("2021-03-05") };
    const trace = traceOf(balanceAt(small, known), "index-on/2021-03-12")!;
    expect(trace.figure.value).toBe(balanceAt(small, { ...known, asOf: dayOf("2021-03-12") }).index!.index);
    expect(trace.figure.value).not.toBe(traceOf(balance, "index-on/2021-03-12")!.figure.value);
  });

  it("tells an earlier day of a case that holds some of its events alone as of one that holds all", () => {
    const { asOf } = balance;
    const held = { ...small, events: small.events.slice(1) };
    const drawn = balanceAt(held, { asOf }, shiftsOf({ ...small, events: small.events.slice(0, 1) }));
    for (const key of ["index-on/2021-03-05", ...small.factors.map(({ id }) => `level-on/${id}/2021-03-05`)])
      expect(traceOf(drawn, key)?.figure.value).toBeCloseTo(traceOf(balance, key)!.figure.value!, 12);
  });

  it("opens only what leads on, on every day of a case, with an index or without", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening, max: closing }), (random, day) => {
        const drawn = balanceAt(random, { asOf: closing });
        const waiting = new Set([
          ...(drawn.index ? ["index", `index-on/${isoDate(day)}`] : []),
          ...random.factors.flatMap(({ id }) => [
            `level/${id}`,
            `level-on/${id}/${isoDate(day)}`,
            `level-change/${id}/${isoDate(day)}`,
          ]),
        ]);
        for (const key of waiting) {
          const trace = traceOf(drawn, key);
          expect(trace?.key).toBe(key);
          for (const { opens } of trace!.arithmetic.rows) if (opens) waiting.add(opens);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("tells how often an outcome holds under a course of action, from where each factor ends", () => {
    const whole = balanceAt(firstCoding(), { asOf: dayOf("2020-07-08") });
    const [option] = whole.study.options;
    const [outcome] = whole.study.outcomes;
    const drawn = outlook(whole, { option: option!.id })!;
    const trace = traceOf(whole, `outlook/${outcome!.id}/${option!.id}`)!;
    expect(trace.figure.value).toBe(drawn.outcomes[0]!.share);
    expect(trace.records.map(({ kind, id }) => `${kind}/${id}`)).toEqual([
      `outcomes/${outcome!.id}`,
      `options/${option!.id}`,
    ]);
    const ends = traceOf(whole, trace.arithmetic.rows[0]!.opens!)!;
    expect(ends.arithmetic.rows.reduce((sum, { cells }) => sum + (cells[0] as { value: number }).value, 0)).toBeCloseTo(
      1 - drawn.unsettled.share,
      12,
    );
    expect(traceOf(whole, `unsettled/${option!.id}`)!.figure.value).toBe(drawn.unsettled.share);
    const left = outlook(whole)!;
    expect(traceOf(whole, `outlook/${outcome!.id}`)!.figure.value).toBe(left.outcomes[0]!.share);
    expect(traceOf(whole, "unsettled")!.figure.value).toBe(left.unsettled.share);
  });

  it("has scores that are the sum of balances, and balances that are the sum of impacts with their sources", () => {
    const whole = balanceAt(firstCoding(), { asOf: dayOf("2020-07-08") });
    const { system } = systemOf(whole.study);
    for (const { states, score } of consistentConfigurations(system).consistent) {
      const trace = traceOf(whole, `scenario/${configurationCode(states)}`)!;
      expect(trace.figure.value).toBe(score);
      expect(trace.arithmetic.lines.join()).toContain("consistent: no rival");
      const balances = trace.arithmetic.rows.map(({ cells }) => (cells[0] as { value: number }).value);
      expect(balances.reduce((sum, value) => sum + value, 0)).toBe(score);
      trace.arithmetic.rows.forEach(({ opens }, i) => {
        const { figure, arithmetic } = traceOf(whole, opens!)!;
        expect(figure.value).toBe(balances[i]);
        arithmetic.total!.cells.forEach((cell, j) => {
          const sum = arithmetic.rows.reduce((total, { cells }) => total + (cells[j] as { value: number }).value, 0);
          expect(sum).toBe((cell as { value: number }).value);
        });
        for (const row of arithmetic.rows) expect(traceOf(whole, row.opens!)!.records[0]!.kind).toBe("impacts");
      });
    }
  });

  it.each([
    "outlook/nothing",
    "outlook/mobilised",
    "ends/nothing",
    "ends/bridge/nothing",
    "unsettled/nothing",
    "scenario",
    "scenario/9",
    "scenario/000",
    "state-balance/00/nothing",
    "",
    "index-on",
    "index-on/2021-03-21",
    "index-on/2021-02-30",
    "index-on/x",
    "level-on/bridge",
    "level-on/nothing/2021-03-05",
    "points-on/sortie/2021-02-28",
    "grade/G7",
    "level-change/bridge/2022-01-01",
    "level",
    "level/nothing",
    "points/nothing",
    "toString",
    "constructor/x",
    "factor/bridge/toString",
    "method/toString",
    "change/x/y",
    "change/2021-01-01/2022-01-01",
    "motion/short",
    "seats/x",
    "likelihood/x",
  ])("is undefined for a key that leads nowhere: %j", (key) => expect(traceOf(balance, key)).toBeUndefined());
});
