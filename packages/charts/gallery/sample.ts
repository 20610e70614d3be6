import { dayOf, indexOf, type ChamberList, type IndexPoint, type Side, type TieKind } from "@mizan/model";
import { parse } from "yaml";
import type {
  Course,
  EventMark,
  FactorLevelRow,
  FactorStates,
  ImpactCell,
  NetworkActor,
  NetworkTie,
  PartBar,
  SeatList,
  TimelineEvent,
} from "../src/index.ts";

/** Invented figures, for looking at drawings only. */
const start = dayOf("2020-02-01");
export const today = dayOf("2020-07-08");
const day = (date: string) => dayOf(`2020-${date}`);

const steps: [from: string, x: number, sd: number][] = [
  ["02-01", -0.215, 0.055],
  ["02-15", -0.256, 0.06],
  ["04-01", -0.293, 0.062],
  ["05-12", -0.215, 0.065],
  ["05-16", -0.145, 0.068],
  ["05-18", -0.085, 0.067],
  ["05-20", -0.065, 0.066],
  ["06-05", -0.05, 0.065],
  ["06-26", 0.015, 0.07],
  ["06-30", -0.13, 0.07],
  ["07-01", -0.09, 0.07],
  ["07-02", -0.13, 0.07],
  ["07-03", -0.185, 0.07],
  ["07-06", -0.268, 0.075],
];

export const points: IndexPoint[] = Array.from({ length: today - start + 1 }, (_, i) => {
  const [from, x, sd] = steps.findLast(([date]) => day(date) <= start + i)!;
  return { day: start + i, ...indexOf(x - 0.0007 * (start + i - day(from)), sd) };
});

export const marks: EventMark[] = [
  { id: "a", label: "successor imposed on the PMU", start: day("02-01"), end: day("02-29"), points: -3.9 },
  { id: "b", label: "Kurdish and Sunni blocs balk", start: day("02-01"), end: day("06-24"), points: -3.4 },
  { id: "c", label: "talks with Washington", start: day("04-01"), end: day("06-24"), points: 2.9 },
  { id: "d", label: "new prime minister takes CTS in hand", start: day("05-01"), end: day("05-31"), points: 7.9 },
  { id: "e", label: "Thar Allah shut", start: day("05-01"), end: day("05-12"), points: 5.2 },
  { id: "f", label: "amnesty refused", start: day("05-07"), end: day("05-31"), points: 4.2 },
  { id: "g", label: "border posts", start: day("05-07"), end: day("06-24"), points: 3.9 },
  { id: "h", label: "sworn in", start: day("05-16"), end: day("05-16"), points: 3.2 },
  { id: "i", label: "CTS raid, 14 held", start: day("06-26"), end: day("06-26"), points: 18.4 },
  {
    id: "j",
    label: "gunmen in the Green Zone",
    start: day("06-26"),
    end: day("06-26"),
    points: -10.2,
    labelled: false,
  },
  { id: "k", label: "13 of 14 freed", start: day("06-27"), end: day("06-30"), points: -12.8 },
  { id: "l", label: "Iraqiyoon forms", start: day("06-30"), end: day("07-01"), points: 4 },
  { id: "m", label: "factions rally, rockets go on", start: day("07-02"), end: day("07-03"), points: -4.9 },
  { id: "n", label: "rocket fire goes on", start: day("06-26"), end: day("07-08"), points: -3.9, labelled: false },
  { id: "o", label: "al-Hashimi killed", start: day("07-06"), end: day("07-06"), points: -8.3 },
];

export const sides = { positive: "state", negative: "militias" };
export const positiveName = { en: "Iraqi state", ar: "الدولة العراقية" };
export const negativeName = { en: "Pro-Iran militias", ar: "الفصائل الموالية لإيران" };

const level = (
  factor: string,
  en: string,
  ar: string,
  stateName: string,
  value: number,
  half: number,
  change: number,
  cuts: (number | "declared")[],
): FactorLevelRow => ({
  factor,
  name: { en, ar },
  stateName,
  level: value,
  band90: [Math.max(-1, value - half), Math.min(1, value + half)],
  cuts,
  change: { value: change, since: day("06-25") },
});

export const factors: FactorLevelRow[] = [
  level("cohesion", "Militia cohesion", "تماسك الفصائل", "Wary", -0.64, 0.27, -0.48, [-0.7, 0.2]),
  level("credibility", "Credibility of enforcement", "مصداقية الردع", "Impunity", -0.52, 0.19, -0.53, [-0.3, 0.25]),
  level("economy", "Economy and revenue", "الاقتصاد", "Crisis", -0.56, 0.16, 0.01, [-0.4, 0.3]),
  level("coercion", "Coercive control", "القوة القسرية", "Contested", -0.24, 0.26, -0.49, [-0.55, 0.55]),
  level("iran", "Iranian backing", "الدعم الإيراني", "Reduced", -0.34, 0.28, -0.01, [-0.6, 0.15]),
  level("pmu", "PMU loyalty", "ولاء الحشد", "Divided", -0.1, 0.3, -0.01, [-0.5, 0.3]),
  level("parliament", "Parliamentary support", "الدعم البرلماني", "At risk", 0.12, 0.28, 0.29, [
    "declared",
    -0.35,
    0.3,
  ]),
  level("us", "US support", "الدعم الأمريكي", "Conditional", 0.42, 0.28, 0.19, [-0.15, 0.5]),
];

export const parts: PartBar[] = [
  { id: "i", label: "CTS raid, 14 held", x: 0.184 },
  { id: "j", label: "Gunmen in the Green Zone", x: -0.102 },
  { id: "k", label: "13 of 14 freed", x: -0.128 },
  { id: "l", label: "Iraqiyoon forms", x: 0.04 },
  { id: "m", label: "Factions rally to Kata’ib Hezbollah in public", x: -0.039 },
  { id: "n", label: "Rocket fire goes on", x: -0.049 },
  { id: "o", label: "Al-Hashimi killed", x: -0.083 },
  { id: "older", label: "Older evidence fades", x: -0.015 },
];

export const timelineEvents: TimelineEvent[] = [
  ...marks.map(({ id, label, start: from, end, points: pull }) => ({
    id,
    label,
    start: from,
    end,
    side: Math.sign(pull) as -1 | 1,
  })),
  {
    id: "vote",
    label: "No-confidence motion by Fatah",
    start: day("07-20"),
    end: day("08-05"),
    side: -1,
    expected: true,
  },
  {
    id: "elections",
    label: "Early elections called",
    start: day("08-01"),
    end: day("08-01"),
    side: 1,
    expected: true,
    href: "#elections",
  },
  { id: "talks", label: "Second round of talks", start: day("07-15"), end: day("07-31"), side: 0, expected: true },
];

export const lists: SeatList[] = (
  [
    ["sairoon", "Sairoon", 54, "undecided"],
    ["fatah", "Fatah", 48, "against"],
    ["nasr", "Nasr", 42, "for"],
    ["law", "State of Law", 25, "against"],
    ["kdp", "KDP", 25, "for"],
    ["wataniya", "Wataniya", 21, "undecided"],
    ["hikma", "Hikma", 19, "for"],
    ["puk", "PUK", 18, "for"],
    ["decision", "Uniters for Reform", 14, "for"],
    ["anbar", "Anbar Is Our Identity", 6, "for"],
    ["goran", "Gorran", 5, "undecided"],
    ["new", "New Generation", 4, "undecided"],
    ["ata", "Ataa", 2, "against"],
  ] as [string, string, number, ChamberList["stance"]][]
).map(([id, en, seats, stance]) => ({ id, name: { en }, seats, stance }));

const files = import.meta.glob<string>("../../cases/khadimi-kh-2020/{actors,ties}.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});
const records = (kind: string): Record<string, unknown>[] => {
  const text = Object.entries(files).find(([path]) => path.endsWith(`/${kind}.yaml`))?.[1];
  return text ? (parse(text) as Record<string, unknown>[]) : [];
};

interface ActorText {
  id: string;
  name: Record<string, string>;
  shortName?: Record<string, string>;
  side: Side;
  at?: [number, number];
}

export const actors: NetworkActor[] = (records("actors") as unknown as ActorText[]).map(
  ({ id, name, shortName, side, at }) => ({
    id,
    name: shortName ?? name,
    side,
    ...(at ? { at } : {}),
  }),
);

interface TieText {
  id: string;
  kind: TieKind;
  from: string;
  to: string;
  trend?: "strengthening" | "weakening";
  statement: { en: string };
}

export const ties: NetworkTie[] = (records("ties") as unknown as TieText[]).map(
  ({ id, kind, from, to, trend, statement }) => ({
    id,
    kind,
    from,
    to,
    ...(trend ? { trend } : {}),
    label: statement.en,
  }),
);

const manySides: Side[] = ["positive", "negative", "neither"];
export const manyActors: NetworkActor[] = Array.from({ length: 64 }, (_, i) => ({
  id: `actor-${i}`,
  name: { en: `Brigade ${i + 1}` },
  side: manySides[i % 3]!,
}));
export const manyTies: NetworkTie[] = manyActors.slice(6).map(({ id }, i) => ({
  id: `tie-${i}`,
  kind: i % 4 === 3 ? "alliance" : "membership",
  from: id,
  to: `actor-${i % 6}`,
  label: `${id} is part of it`,
}));

const stated = (id: string, en: string, names: string[]): FactorStates => ({
  id,
  name: { en },
  states: names.map((name, i) => ({ name, side: i === 0 ? -1 : i === names.length - 1 ? 1 : 0 })),
});

export const stateFactors: FactorStates[] = [
  stated("coercion", "Coercion", ["Outgunned", "Contested", "State holds"]),
  stated("parliament", "Parliament", ["Vote lost", "At risk", "Secure"]),
  stated("credibility", "Credibility", ["Impunity", "Holds"]),
];

export const outcomes = [
  { id: "captured", name: { en: "The state is captured" } },
  { id: "prevails", name: { en: "The state prevails" } },
];

const course = (
  id: string,
  en: string,
  ways: Course["ways"],
  shares: [number, number],
  rest: Partial<Course>,
): Course => ({
  id,
  name: { en },
  summary: "What it is, in a line or two of the assessment.",
  places: id ? "¶8" : "",
  forced: id ? "Credibility is set." : "Nothing is forced.",
  ways,
  settles: true,
  rest: "It rests after 3 steps.",
  holds: [],
  shares: shares.map((share, i) => ({ share, assumed: false, trace: `outlook/${outcomes[i]!.id}/${id}` })),
  unsettled: { share: 0.004, trace: `unsettled/${id}` },
  ...rest,
});

export const courses: Course[] = [
  course("", "Carry on", [{ steps: [1, 1, 1, 0] }, { steps: [1, 1, 0, 0] }, { steps: [0, 0, 0, 0] }], [0.88, 0], {
    holds: [{ ...outcomes[0]!, assumed: false }],
  }),
  course(
    "push",
    "Push hard",
    [{ steps: [1, 1, 2] }, { steps: [1, 1, 1] }, { steps: [0, 1, 1], held: true }],
    [0.07, 0.67],
    { holds: [{ ...outcomes[1]!, assumed: true }], rest: "It rests after 1 step." },
  ),
  course(
    "ease",
    "Ease off",
    [
      { steps: [1, 1, 0, 1], settles: false },
      { steps: [1, 1, 0, 1], settles: false },
      { steps: [0, 0, 0, 0], held: true },
    ],
    [0.2, 0.02],
    { settles: false, rest: "It never settles: it turns through 2 combinations." },
  ),
];

export const impactCells: ImpactCell[] = (
  [
    [0, 3, 2],
    [0, 4, 0],
    [0, 5, -2],
    [2, 3, -3],
    [2, 5, 3],
    [6, 0, 1],
    [6, 2, -1],
    [7, 0, -2],
    [7, 2, 2],
  ] as const
).map(([row, column, value]) => ({ key: `r${row}/c${column}`, row, column, value, author: row === 6 }));
