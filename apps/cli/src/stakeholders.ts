import { basename } from "node:path";
import { Command } from "commander";
import * as z from "zod";
import { figureText } from "@mizan/model/words";
import { hintText, inLanguage, nearest, type Case } from "@mizan/model";
import { stakeholdersJson } from "@mizan/model/json";
import {
  StakeholderError,
  stakeholderBalance,
  standsOn,
  type StakeholderBalance,
  type Stand,
} from "@mizan/model/stakeholders";
import { InputError } from "./input-error.ts";
import { isJsonFile, readJsonFile, unfit } from "./json-file.ts";
import { openCase } from "./open-case.ts";

const atLeast0 = z.number("expected a number").min(0, "expected a number from 0");

/** A file of stands: DESIGN, "Interfaces that stay". */
const StakeholderFile = z.strictObject({
  actors: z.array(
    z.strictObject({
      name: z.string("expected a name").min(1, "expected a name"),
      position: z.number("expected a number"),
      salience: atLeast0,
      capability: atLeast0,
    }),
    "expected a list of actors",
  ),
});

export const stakeholdersCommand = new Command("stakeholders")
  .description("Weigh who stands where on an issue: mean, median, every two positions against each other, and a band.")
  .argument("<case>", 'folder or id of a case, or a file {"actors":[{"name","position","salience","capability"}]}')
  .option("--issue <id>", "the issue to look at, where a case has several")
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, { issue, json }: { issue?: string; json?: true }) => {
    const weighed = isJsonFile(name) ? await fileStands(name, issue) : caseStands((await openCase(name)).study, issue);
    const balance = weighed && balanceOf(weighed, name);
    process.stdout.write(
      json ? `${JSON.stringify(stakeholdersJson(balance), undefined, 2)}\n` : balanceLines(name, weighed, balance),
    );
  });

interface Weighed {
  title: string;
  stands: readonly Stand[];
  scale?: { from: number; to: number; fromMeans: string; toMeans: string };
  nameOf: (actor: string) => string;
}

async function fileStands(path: string, issue: string | undefined): Promise<Weighed> {
  if (issue !== undefined) throw new InputError(`--issue is for a case: ${path} holds one issue`);
  const { actors } = await readJsonFile(path, StakeholderFile);
  return { title: basename(path), stands: actors, nameOf: (actor) => actor };
}

/** The stands on the issue asked for, or on the only one. Undefined for a case without issues. */
function caseStands(study: Case, id: string | undefined): Weighed | undefined {
  const issues = study.case.issues ?? [];
  const ids = issues.map((issue) => issue.id);
  if (id === undefined && issues.length > 1)
    throw new InputError(`${study.case.id} has several issues: choose one with --issue: ${ids.join(", ")}`);
  const issue = id === undefined ? issues[0] : issues.find((candidate) => candidate.id === id);
  if (!issue && id === undefined) return undefined;
  if (!issue) throw new InputError(`${study.case.id} has no such issue: ${id}${hintText(nearest(id!, ids))}`);
  const names = new Map<string, string>(study.actors.map((actor) => [actor.id, inLanguage(actor.name)]));
  return {
    title: inLanguage(issue.question),
    stands: standsOn(study, issue.id),
    scale: issue.scale,
    nameOf: (actor) => names.get(actor) ?? actor,
  };
}

function balanceOf({ stands, scale }: Weighed, name: string): StakeholderBalance {
  try {
    return stakeholderBalance(stands, { scale });
  } catch (error) {
    if (error instanceof StakeholderError) throw unfit(name, error.problems);
    throw error;
  }
}

function balanceLines(name: string, weighed: Weighed | undefined, balance: StakeholderBalance | undefined): string {
  if (!weighed || !balance) return `${name} names no issue on which actors take positions.\n`;
  const { title, stands, scale, nameOf } = weighed;
  const { mean, median, pairwise, band } = balance;
  const number = (value: number) => figureText(value, "number");
  const range = ([low, high]: readonly [number, number]) => `${number(low)} to ${number(high)}`;
  const lines = [title];
  if (scale) lines.push(`from ${number(scale.from)}, ${scale.fromMeans}, to ${number(scale.to)}, ${scale.toMeans}`);
  lines.push(
    "",
    `mean    ${number(mean).padEnd(10)} ${range(band.mean)} when one input moves by 20%`,
    `median  ${median.map(number).join(" and ").padEnd(10)} ${range(band.median)} when one input moves by 20%`,
    median.length === 1
      ? "The median beats or ties every other position, two by two, if each actor prefers the nearer one."
      : "Exactly half the weight lies on each side: either median, and all between, beats or ties every other position.",
    "",
    `${"".padEnd(36)}  position  salience  capability  weight`,
  );
  const total = stands.reduce((sum, { salience, capability }) => sum + salience * capability, 0);
  for (const { name: actor, position, salience, capability } of stands.toSorted((a, b) => a.position - b.position)) {
    const cells = [number(position).padStart(8), number(salience).padStart(8), number(capability).padStart(10)];
    const share = figureText((salience * capability) / total, "share").padStart(6);
    lines.push([nameOf(actor).padEnd(36), ...cells, share].join("  "));
  }
  const contests = pairwise.filter(({ a, b }) => median[0] === a || median[0] === b);
  if (contests.length > 0) lines.push("", `${number(median[0])} against each other position, by weight (--json: all):`);
  for (const { a, b, forA, forB, neither } of contests) {
    const [own, other, rival] = a === median[0] ? [forA, forB, b] : [forB, forA, a];
    const shares = [own, other, neither].map((weight) => figureText(weight / total, "share"));
    lines.push(`  against ${number(rival).padEnd(8)} ${shares[0]} to ${shares[1]}, ${shares[2]} between`);
  }
  lines.push("", "Weight is capability × salience. This says nothing about what armed coercion would do.");
  return `${lines.join("\n")}\n`;
}
