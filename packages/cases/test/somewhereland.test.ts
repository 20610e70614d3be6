import { expect, test } from "vitest";
import { bundledCases, loadCase } from "../src/index.ts";
import published from "./published/somewhereland.json" with { type: "json" };

const { study } = await loadCase(`${bundledCases}/somewhereland`);

const plain = (name: string) => name.replace(/^[A-F][.\d]*\s/, "");

test("somewhereland has the published factors and states", () => {
  expect(study.factors.map(({ name, states }) => [name["en"], states.map((state) => state.name["en"])])).toEqual(
    published.descriptors.map(({ name, states }) => [plain(name), states.map(plain)]),
  );
});

test("somewhereland equals the published matrix, cell by cell", () => {
  const cell = (from: [string, string], on: [string, string]) =>
    study.impacts.find((row) => row.from.factor === from[0] && row.from.state === from[1] && row.on === on[0])?.values[
      on[1] as keyof object
    ] ?? 0;
  const states = study.factors.flatMap(({ id, states }) => states.map((state): [string, string] => [id, state.id]));
  expect(states.map((from) => states.map((on) => cell(from, on)))).toEqual(published.matrixRowsSource_colsTarget);
});

test("somewhereland has no sides, no events and no scale, so no index", () => {
  expect(study.case.sides).toBeUndefined();
  expect(study.events).toEqual([]);
  expect(study.factors.filter(({ scale, opening }) => scale ?? opening)).toEqual([]);
});
