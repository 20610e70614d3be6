import {
  balanceAt,
  change,
  eventSpan,
  indexSeries,
  inLanguage,
  lastDay,
  openingDay,
  readCase,
  type Case,
} from "@mizan/model";
import { parse } from "yaml";
import type {
  EventMark,
  FactorLevelRow,
  NetworkActor,
  NetworkTie,
  PartBar,
  SeatList,
  TimelineEvent,
} from "../src/index.ts";

const files = import.meta.glob<string>("../../cases/khadimi-kh-2020/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The first case as it stands in its folder, read without the places of its problems. */
export function firstCase(): Case | string {
  const data = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.split("/").at(-1)!.replace(".yaml", ""), parse(text) as unknown]),
  );
  const { study, problems } = readCase(data);
  return study ?? problems.map(({ path, problem }) => `${path.join(".")}: ${problem}`).join("\n");
}

/** The props of every drawing for a case at its last day. */
export function drawn(study: Case) {
  const opening = openingDay(study);
  const asOf = lastDay(study, opening);
  const balance = balanceAt(study, { asOf });
  const spans = new Map(study.events.map((event) => [event.id, eventSpan(event, opening)]));
  const pointsOf = new Map(balance.contributions.map(({ record, points }) => [record as string, points]));
  const labelOf = (id: string) => {
    const event = study.events.find((candidate) => candidate.id === id);
    return event ? inLanguage(event.shortTitle ?? event.title) : id;
  };
  const moved = balance.weights && change(balance, balance.weights, asOf - 14, asOf);
  const marks: EventMark[] = study.events
    .filter(({ id, expected }) => !expected && pointsOf.has(id))
    .map(({ id }) => ({ id, label: labelOf(id), ...spans.get(id)!, points: pointsOf.get(id)! }));
  const factors: FactorLevelRow[] = balance.levels
    .map(({ factor: id, level, band90 }): FactorLevelRow => {
      const factor = study.factors.find((candidate) => candidate.id === id)!;
      const state = balance.states.find((candidate) => candidate.factor === id)?.state;
      const name = factor.states.find((candidate) => candidate.id === state)?.name;
      return {
        factor: id,
        name: factor.shortName ?? factor.name,
        level,
        band90,
        cuts: factor.scale!.cuts,
        ...(name ? { stateName: inLanguage(name) } : {}),
      };
    })
    .toSorted((a, b) => a.level - b.level);
  const parts: PartBar[] = (moved?.parts ?? [])
    .filter(({ x }) => Math.abs(x) >= 0.002)
    .map(({ event, x }) => ({ id: event, label: labelOf(event), x }));
  const rest = (moved?.x ?? 0) - parts.reduce((sum, { x }) => sum + x, 0);
  const end = balance.index?.x ?? 0;
  return {
    opening,
    asOf,
    points: indexSeries(study, balance.shifts, opening, asOf),
    marks,
    factors,
    start: { label: "14 days before", x: end - (moved?.x ?? 0) },
    parts: [...parts, { id: "rest", label: "All others", x: rest }],
    end: { label: "Now", x: end },
    events: study.events.map((event): TimelineEvent => {
      const { start, end: last } = spans.get(event.id)!;
      const points = pointsOf.get(event.id) ?? 0;
      return {
        id: event.id,
        label: labelOf(event.id),
        start,
        end: last,
        side: Math.sign(points) as -1 | 0 | 1,
        ...(event.expected ? { expected: true } : {}),
      };
    }),
    lists: study.chamber.map(({ id, name, seats, stance }): SeatList => ({ id, name, seats, stance })),
    actors: study.actors.map(({ id, name, shortName, side, at }): NetworkActor => ({
      id,
      name: shortName ?? name,
      side,
      ...(at ? { at } : {}),
    })),
    ties: study.ties.map(({ id, kind, from, to, trend, statement }): NetworkTie => ({
      id,
      kind,
      from,
      to,
      label: inLanguage(statement),
      ...(trend ? { trend } : {}),
    })),
  };
}
