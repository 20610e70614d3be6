import { Command } from "commander";
import {
  basinTask,
  configurationCount,
  consistentTask,
  run,
  type Basin,
  type Basins,
  type ConsistentSearch,
  type RunOptions,
} from "@mizan/model/scenarios";
import { cycleBasins, restBasins, scenariosJson, type Scenarios } from "@mizan/model/json";
import { dayOption } from "./day-option.ts";
import { caseSubject, fileSubject, type Subject } from "./scenario-subject.ts";
import { watched } from "./watched.ts";
import { seedOption } from "./whole-option.ts";

/** Choices up to which those without a consistent scenario are listed too. */
const mostChoices = 100;

interface Options {
  basins?: true;
  asOf?: number;
  knownAt?: number;
  outside?: true;
  seed: number;
  json?: true;
}

export const scenariosCommand = new Command("scenarios")
  .description(
    "Find every consistent scenario, its total impact score and, if asked, how much of the space leads to it.",
  )
  .argument("<case>", 'folder or id of a case, a file {"sizes","matrix"}, or a ScenarioWizard project (.scw)')
  .option("--basins", "also count the configurations that lead to each scenario, and the cycles")
  .option("--as-of <day>", "of a case: the day whose outside states are given (default: its last day)", dayOption)
  .option("--known-at <day>", "of a case: take only what could be known by this day", dayOption)
  .option("--outside", "of a case: under every state of what lies outside, not the present one alone")
  .option("--seed <number>", "seed of the starts drawn where there are too many to count all", seedOption, 1)
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, options: Options) => {
    const subject = (await fileSubject(name)) ?? (await caseSubject(name, options));
    const found = await watched((how) => scenarios(subject, options, how));
    if (!found) return;
    if (found.search.cut)
      process.stderr.write(`stopped at ${found.search.consistent.length} scenarios: there may be more\n`);
    if (found.basins?.cut) process.stderr.write(`stopped at ${found.basins.basins.length} basins: there are more\n`);
    process.stdout.write(
      options.json ? `${JSON.stringify(scenariosJson(found, options.seed))}\n` : scenariosText(subject, found, options),
    );
  });

async function scenarios(
  { system, forced, chosen }: Subject,
  { basins, seed }: Options,
  how: (what: string) => RunOptions,
): Promise<Scenarios> {
  return {
    configurations: configurationCount(system, forced),
    search: await run(consistentTask(system, { forced, chosen }), how("searching")),
    basins: basins && (await run(basinTask(system, { forced, chosen, seed }), how("counting basins"))),
  };
}

function scenariosText(subject: Subject, { configurations, search, basins }: Scenarios, { seed }: Options): string {
  const { title, factors, states, forced, chosen } = subject;
  const named = (configuration: readonly number[], those = [...factors.keys()]) =>
    those.map((factor) => `${factors[factor]}: ${states[factor]![configuration[factor]!]}`).join(" · ");
  const count = search.consistent.length;
  const lines = [
    title,
    `${grouped(count)} consistent ${count === 1 ? "scenario" : "scenarios"} among ${grouped(configurations)} configurations`,
  ];
  if (forced.size > 0)
    lines.push(
      `given ${[...forced].map(([factor, state]) => `${factors[factor]}: ${states[factor]![state]}`).join(" · ")}`,
    );
  if (basins && !basins.exact)
    lines.push(`basins are shares of ${grouped(basins.starts)} starts drawn with seed ${seed}, ± their standard error`);
  const rest = restBasins(basins);
  const own = [...factors.keys()].filter((factor) => !forced.has(factor) && !chosen.has(factor));
  for (const { choice, consistent } of byChoice(subject, search.consistent)) {
    lines.push("", ...(chosen.size > 0 ? [named(choice, [...chosen])] : []));
    if (consistent.length === 0) lines.push("no consistent scenario");
    for (const { states: found, score } of consistent) {
      const basin = basins ? `basin ${basinText(basins, rest.get(found.join()))}  ` : "";
      lines.push(`score ${String(score).padStart(4)}  ${basin}${named(found, own)}`);
    }
  }
  for (const cycle of basins ? cycleBasins(basins) : [])
    lines.push(
      "",
      `cycle of ${cycle.states.length}, basin ${basinText(basins!, cycle)}, from`,
      `  ${named(cycle.states[0]!)}`,
    );
  return `${lines.join("\n")}\n`;
}

/** Scenarios by the choice of the decisions: every choice where they are few, else those that have a scenario. */
function byChoice({ system, chosen }: Subject, consistent: ConsistentSearch["consistent"]) {
  const keyOf = (states: readonly number[]) => [...chosen].map((factor) => states[factor]).join();
  const found = Map.groupBy(consistent, ({ states }) => keyOf(states));
  let choices: number[][] = [[]];
  system.sizes.forEach((size, factor) => {
    const open = chosen.has(factor) ? [...Array(size).keys()] : [0];
    choices =
      choices.length * open.length > mostChoices
        ? []
        : choices.flatMap((choice) => open.map((state) => [...choice, state]));
  });
  const shown = choices.length > 0 ? choices : [...found.values()].map(([first]) => first!.states);
  return shown.map((choice) => ({ choice, consistent: found.get(keyOf(choice)) ?? [] }));
}

function basinText({ exact, cut }: Basins, basin: Basin | undefined): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  if (!basin) return cut ? "not listed" : exact ? "none" : "not drawn";
  return exact
    ? `${grouped(basin.size)} (${percent(basin.share)})`
    : `${percent(basin.share)} ± ${percent(basin.standardError)}`;
}

function grouped(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
