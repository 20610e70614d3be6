import { chamberCount } from "@mizan/model/chamber";
import { balanceAt, type Balance, type Clocks } from "@mizan/model";
import { codingKey, supposing, suppositionKey, suppositionOf, type Supposition } from "@mizan/model/sensitivity";
import { codingText, notchText } from "@mizan/model/words";
import { error } from "@sveltejs/kit";

/** What an address supposes, and the balance as it is coded. */
export interface WhatIf {
  suppositions: readonly Supposition[];
  coded: Balance;
}

/** A figure as coded, and as supposed. */
export interface ChangedFigure {
  was: number;
  now: number;
}

/** What is supposed, as every page of the case says it. */
export interface WhatIfFrame {
  rows: readonly { key: string; text: string; change: string }[];
  /** Undefined for a case without an index. */
  index: { coded: number; supposed: number } | undefined;
  /** The figures that changed, by their trace keys. */
  changed: Readonly<Record<string, ChangedFigure>>;
}

/** The suppositions of an address, `if=weight.us-support.1` any number of times, the last of each coded value. */
export function suppositionsOf(url: URL): Supposition[] {
  const keys = url.searchParams.getAll("if").filter((key) => key !== "");
  const found = keys.map(suppositionOf);
  const wrong = keys.filter((_, i) => found[i] === undefined);
  if (wrong.length > 0)
    error(400, { message: "What is supposed cannot be read.", problems: wrong.map((key) => `if: ${key}`) });
  return [...new Map(found.map((one) => [codingKey(one!.coding), one!])).values()];
}

/**
 * What a form asks to suppose, `suppose=weight.us-support&notches=1` beside what is supposed already: the lines that the
 * address should have instead. Undefined where it asks for nothing.
 */
export function supposedAnew(url: URL): string[] | undefined {
  const key = url.searchParams.get("suppose");
  if (key === null) return undefined;
  const others = url.searchParams.getAll("if").filter((line) => line !== "" && !line.startsWith(`${key}.`));
  const notches = url.searchParams.get("notches") ?? "0";
  return notches === "0" ? others : [...others, `${key}.${notches}`];
}

/** A balance as it would be if all of it were so; one that the case has no room for is an answer of its own. */
export function supposedBalance(coded: Balance, clocks: Clocks, suppositions: readonly Supposition[]): Balance {
  try {
    return balanceAt(supposing(coded.study, suppositions), clocks, coded.gathered);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return error(400, `What is supposed does not fit the case on this day: ${cause.message}`);
  }
}

/** What is supposed, in words, and what it changed. */
export function whatIfFrame({ suppositions, coded }: WhatIf, supposed: Balance): WhatIfFrame {
  const figures = figuresOf(coded);
  const changed = [...figuresOf(supposed)].filter(([key, value]) => figures.get(key) !== value);
  return {
    rows: suppositions.map((one) => ({
      key: suppositionKey(one),
      text: codingText(coded.study, one.coding),
      change: notchText(one.coding, one.notches),
    })),
    index: coded.index && supposed.index && { coded: coded.index.index, supposed: supposed.index.index },
    changed: Object.fromEntries(changed.map(([key, now]) => [key, { was: figures.get(key) ?? 0, now }])),
  };
}

/** The figures that codings bear on, by their trace keys. */
function figuresOf({ index, levels, states, contributions, study }: Balance): Map<string, number> {
  return new Map<string, number>([
    ...Object.entries(chamberCount(study) ?? {}).map(([field, count]) => [`motion/${field}`, count] as const),
    ...(index ? ([["index", index.index]] as const) : []),
    ...levels.map(({ factor, level }) => [`level/${factor}`, level] as const),
    ...states.flatMap(({ factor, shares }) =>
      shares.map(({ state, share }) => [`state/${factor}/${state}`, share] as const),
    ),
    ...contributions.map(
      ({ kind, record, points }) => [`${kind === "event" ? "points" : "baseline"}/${record}`, points] as const,
    ),
    ...study.factors.flatMap(({ id, scale }) =>
      scale
        ? ([
            [`factor/${id}/weight`, scale.weight],
            [`factor/${id}/baseline`, scale.baseline],
          ] as const)
        : [],
    ),
    ...study.impacts.flatMap(({ id, values }) =>
      Object.entries(values).map(([state, value]) => [`impact/${id}/${state}`, value] as const),
    ),
  ]);
}
