import { basename } from "node:path";
import { Command } from "commander";
import * as z from "zod";
import { figureText } from "@mizan/model/words";
import { hintText, inLanguage, nearest, type Case } from "@mizan/model";
import {
  blocking,
  carrying,
  ChamberError,
  minimalWinning,
  pivotal,
  powerIndices,
  voteCount,
  type Joining,
  type MinimalWinning,
  type VotingRule,
} from "@mizan/model/chamber";
import { chamberJson, rulesJson } from "@mizan/model/json";
import { InputError } from "./input-error.ts";
import { openCase } from "./open-case.ts";
import { isJsonFile, readJsonFile, unfit } from "./json-file.ts";

const Rule = z.strictObject({
  quota: z.int("expected a whole number"),
  weights: z.array(z.int("expected a whole number from 0").min(0, "expected a whole number from 0"), "expected a list"),
});
const Rules = z.strictObject({ rules: z.array(Rule, "expected a list of rules") });

/** A chamber file: some rules that must all be met, or one rule alone. DESIGN, "Interfaces that stay". */
const ChamberFile = z.unknown().transform((data, context): { rules: VotingRule[]; bare: boolean } => {
  const bare = typeof data === "object" && data !== null && ("quota" in data || "weights" in data);
  const parsed = bare ? Rule.safeParse(data) : Rules.safeParse(data);
  if (!parsed.success) {
    context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  }
  return { rules: "rules" in parsed.data ? parsed.data.rules : [parsed.data], bare };
});

const caution =
  "This counts votes. It says nothing about armed coercion: who is kept from voting, or made to, is not in it.";
/** Coalitions that the text shows; the JSON lists more. */
const shown = 10;

type Motion = NonNullable<Case["case"]["motion"]>;

export const chamberCommand = new Command("chamber")
  .description("Count a vote: votes short, who is pivotal, who must join or refuse, and exact power indices.")
  .argument("<case>", 'folder or id of a case, or a file {"rules":[{"quota","weights":[…]}…]} or {"quota","weights"}')
  .option("--with <list...>", "only coalitions with these lists (ids; for a file, places in the weights from 0)")
  .option("--json", "print the numbers as JSON")
  .action(async (name: string, { with: including = [], json }: { with?: string[]; json?: true }) => {
    const file = isJsonFile(name) ? await readJsonFile(name, ChamberFile) : undefined;
    const study = file ? undefined : (await openCase(name)).study;
    try {
      const { data, text } = file ? fileChamber(name, file.rules, including) : caseChamber(study!, including);
      process.stdout.write(json ? `${JSON.stringify(data(), undefined, 2)}\n` : `${text().join("\n")}\n`);
    } catch (error) {
      if (error instanceof ChamberError)
        throw unfit(
          name,
          error.problems.map(({ path, ...problem }) => ({
            ...problem,
            path: file?.bare ? path.toSpliced(1, 2) : path,
          })),
        );
      throw error;
    }
  });

interface Answer {
  data: () => object;
  text: () => string[];
}

function fileChamber(name: string, rules: readonly VotingRule[], including: readonly string[]): Answer {
  const voters = rules[0]?.weights.length ?? 0;
  const places = including.map((text) => {
    if (!/^\d+$/.test(text) || Number(text) >= voters)
      throw new InputError(`${name} has no such voter: ${text}: expected a place from 0 to ${voters - 1}`);
    return Number(text);
  });
  return {
    data: () => rulesJson(rules, places),
    text: () => rulesLines(basename(name), rules, places),
  };
}

function rulesLines(title: string, rules: readonly VotingRule[], including: readonly number[]): string[] {
  const { shapleyShubik, banzhaf, penrose, swings } = powerIndices(rules);
  const coalitions = minimalWinning(rules, { including });
  const cells = (voter: number) => [...rules.map(({ weights }) => weights[voter]!), swings[voter]!].join("  ");
  return [
    `${title}: ${shapleyShubik.numbers.length} voters; ${rules.map(({ quota }) => `quota ${figureText(quota, "count")}`).join(" and ")}`,
    "",
    "voter  Shapley–Shubik  Banzhaf  Penrose  weights, swings",
    ...shapleyShubik.numbers.map((share, voter) => {
      const others = [banzhaf, penrose].map(({ numbers }) => percent(numbers[voter]!).padStart(7));
      return [String(voter).padStart(5), percent(share).padStart(14), ...others, cells(voter)].join("  ");
    }),
    "",
    `Coalitions that win and can spare no member${including.length > 0 ? `, with ${including.join(", ")}` : ""}: ${extent(coalitions)}`,
    ...coalitions.coalitions.slice(0, shown).map((members) => `  ${members.join(", ")}`),
    "",
    caution,
  ];
}

function caseChamber(study: Case, including: readonly string[]): Answer {
  const { motion } = study.case;
  const { chamber: lists } = study;
  const ids = lists.map(({ id }) => id as string);
  for (const id of including) {
    if (!ids.includes(id))
      throw new InputError(`${study.case.id} has no such list: ${id}${hintText(nearest(id, ids))}`);
  }
  if (!motion)
    return {
      data: () => chamberJson(study),
      text: () => [`${study.case.id} has no motion on which a chamber votes.`],
    };
  return {
    data: () => chamberJson(study, including),
    text: () => voteLines(study, motion, including),
  };
}

function voteLines({ chamber: lists }: Case, motion: Motion, including: readonly string[]): string[] {
  const ids = lists.map(({ id }) => id as string);
  const vote = voteCount(lists, motion.quota);
  const { shapleyShubik, banzhaf } = powerIndices([{ quota: motion.quota, weights: lists.map(({ seats }) => seats) }]);
  const { closing, needed, residual } = pivotal(lists, motion.quota);
  const nameOf = (id: string) => inLanguage(lists.find((list) => list.id === id)!.name);
  const named = (some: readonly string[]) => some.map(nameOf).join(", ") || "no list";
  const declared = (stance: string) => named(ids.filter((_, i) => lists[i]!.stance === stance));
  const settled = { carried: "carried whatever the undecided do", lost: "lost whatever the undecided do" };
  return [
    `${inLanguage(motion.chamber)}: ${inLanguage(motion.name)}`,
    `${vote.quota} of ${vote.members} members carry it; who stays away counts against.`,
    `For ${vote.for} (${declared("for")}), against ${vote.against} (${declared("against")}), undecided ${vote.undecided}: ` +
      (vote.standing === "open" ? `${vote.short} short.` : `${settled[vote.standing]}, ${vote.short} short.`),
    "",
    `Closes the gap alone: ${named(closing)}.`,
    `Without it the undecided cannot close the gap: ${named(needed)}.`,
    "",
    ...joiningLines(carrying(lists, motion.quota, { including }), "To carry it", named),
    "",
    ...joiningLines(
      blocking(lists, motion.quota, { including }),
      "To block it, by voting against or staying away",
      named,
    ),
    "",
    "Share of the decision, exact (--json has fractions): of the whole vote, and of what the undecided decide",
    `${"".padEnd(52)}  seats  Shapley–Shubik  Banzhaf  of what is left`,
    ...ids.map((id, i) => {
      const place = residual?.lists.indexOf(id) ?? -1;
      const shares = [percent(shapleyShubik.numbers[i]!).padStart(14), percent(banzhaf.numbers[i]!).padStart(7)];
      const left = place < 0 ? lists[i]!.stance : percent(residual!.power.shapleyShubik.numbers[place]!);
      return [nameOf(id).padEnd(52), String(lists[i]!.seats).padStart(5), ...shares, left.padStart(15)].join("  ");
    }),
    "",
    caution,
  ];
}

function joiningLines(join: Joining, purpose: string, named: (ids: readonly string[]) => string): string[] {
  const { target, held, short, open, including, reach, coalitions } = join;
  const so = `${purpose}, ${target} are needed and ${held} declared`;
  if (reach === "there") return [`${so}: nobody more.`];
  if (reach === "beyond") return [`${so}: the ${open} that might join are too few for the ${short} missing.`];
  const asked = including.lists.length > 0 ? ` with ${named(including.lists)} (${including.seats} seats)` : "";
  const alone = including.seats > 0 && including.seats < short ? `; those alone leave ${short - including.seats}` : "";
  return [
    `${so}: ${short} more${alone}. Who can do it${asked} and can spare nobody: ${extent(join)}`,
    ...coalitions.slice(0, shown).map(({ lists, seats }) => `${String(seats).padStart(5)}  ${named(lists)}`),
  ];
}

/** How many coalitions there are, and how many of them are shown. */
function extent({
  coalitions,
  counts,
  cut,
}: Pick<MinimalWinning, "counts" | "cut"> & { coalitions: readonly unknown[] }) {
  if (coalitions.length === 0 && !cut) return "none.";
  const total = counts?.reduce((sum, count) => sum + count, 0n);
  const bySize = (counts ?? []).flatMap((count, size) => (count > 0n ? [`of ${size}: ${grouped(count)}`] : []));
  const more = bySize.length > 4 ? ", …" : "";
  const all =
    total === undefined ? "more than are listed" : `${grouped(total)} (${bySize.slice(0, 4).join(", ")}${more})`;
  const some = Math.min(shown, coalitions.length);
  return `${all}${cut || coalitions.length > shown ? `; the first ${some}, fewest first:` : ":"}`;
}

function grouped(count: bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function percent(share: number): string {
  return share > 0 && share < 0.0005 ? "<0.1%" : `${(100 * share).toFixed(1)}%`;
}
