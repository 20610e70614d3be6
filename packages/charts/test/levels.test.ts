import { describe, expect, it } from "vitest";
import {
  Arrow,
  Beam,
  DivergingBar,
  FactorLevels,
  factorLevelsSummary,
  factorLevelsTable,
  SideMark,
  Spark,
  StateName,
  TitleBeam,
  type FactorLevelRow,
} from "../src/index.ts";
import { day } from "./days.ts";
import { count, markup, shown, writtenRows } from "./shown.ts";

const names = { positiveName: { en: "Iraqi state", ar: "الدولة العراقية" }, negativeName: { en: "Pro-Iran militias" } };
const rows: FactorLevelRow[] = [
  {
    factor: "economy",
    name: { en: "Economy", ar: "الاقتصاد" },
    stateName: "Crisis",
    level: -0.56,
    band90: [-0.72, -0.4],
    cuts: [-0.4, 0.3],
    change: { value: 0.01, since: day("06-25") },
  },
  {
    factor: "parliament",
    name: { en: "Parliament" },
    stateName: "At risk",
    level: 0.12,
    band90: [-0.16, 0.4],
    cuts: ["declared", 0.3],
  },
];
const favours = { positive: "state", negative: "militias" };

describe("DivergingBar", () => {
  const bar = { level: -0.5, cuts: [-0.3, "declared"] as (number | "declared")[] };

  it("has its pole's full colour where the band is clear of parity, and a wash where it is not", () => {
    expect(markup(DivergingBar, { ...bar, band90: [-0.7, -0.2] })).toMatch(/<rect class="neg"/);
    expect(markup(DivergingBar, { ...bar, band90: [-0.7, 0.1] })).toMatch(/<rect class="neg wash"/);
    expect(markup(DivergingBar, { ...bar, level: 0.5, band90: [0.2, 0.7] })).toMatch(/<rect class="pos"/);
  });

  it("runs from parity towards its pole", () => {
    const left = markup(DivergingBar, { ...bar, band90: [-0.7, -0.2] });
    expect(left).toMatch(/<rect[^>]* x="104"[^>]* width="96"/);
    expect(markup(DivergingBar, { ...bar, level: 0.5, band90: [0.2, 0.7] })).toMatch(
      /<rect[^>]* x="200"[^>]* width="96"/,
    );
  });

  it("draws the cuts that are numbers", () => {
    expect(count(markup(DivergingBar, { ...bar, band90: [-0.7, -0.2] }), /class="cut"/)).toBe(1);
  });

  it("says its level and band where it has a label, and hides itself where it has none", () => {
    expect(markup(DivergingBar, { ...bar, band90: [-0.7, -0.2], label: "Economy" })).toContain(
      'aria-label="Economy −50, 90% band −70 to −20"',
    );
    expect(markup(DivergingBar, { ...bar, band90: [-0.7, -0.2] })).toContain('aria-hidden="true"');
  });
});

describe("FactorLevels", () => {
  it("shows each factor's name in both languages, state, level and change", () => {
    const text = shown(FactorLevels, { rows, favours });
    for (const words of [
      "Economy",
      "الاقتصاد",
      "Crisis",
      "−56",
      "+1",
      "Parliament",
      "At risk",
      "+12",
      "favours militias",
      "favours state",
    ])
      expect(text).toContain(words);
    expect(markup(FactorLevels, { rows, favours })).toContain('data-trace="level/economy"');
    expect(markup(FactorLevels, { rows, favours })).toContain('data-trace="level-change/economy/2020-06-25"');
  });

  it("marks a side by its shape only where the band is clear", () => {
    expect(count(markup(FactorLevels, { rows, favours }), /class="drawing mark"/)).toBe(2);
  });

  it("gives the same numbers as a table and a sentence", () => {
    expect(writtenRows(factorLevelsTable(rows))).toEqual([
      [
        "Economy",
        "Crisis",
        "−56 (level/economy)",
        "−72 to −40 (level/economy)",
        "+1 (level-change/economy/2020-06-25)",
      ],
      ["Parliament", "At risk", "+12 (level/parliament)", "−16 to +40 (level/parliament)", ""],
    ]);
    expect(factorLevelsSummary(rows, favours)).toBe(
      "Of 2 factors 0 clearly favour state, 1 clearly favour militias, and 1 are too close to call.",
    );
  });

  it("says why it is empty", () => {
    expect(shown(FactorLevels, { rows: [], favours })).toContain("Give a factor a scale");
  });
});

describe("Beam", () => {
  it("says the index, its ends and its band", () => {
    const html = markup(Beam, { index: -26.2, band90: [-38, -14], was: 2, ...names });
    expect(html).toContain(
      'aria-label="Index −26 on a scale from −100, Pro-Iran militias, to +100, Iraqi state; 90% band −38 to −14; +2 at the last reading"',
    );
    expect(html).toContain('class="neg wash"');
  });

  it("has no pole's colour where the band spans parity", () => {
    const html = markup(Beam, { index: -7, band90: [-19, 5], ...names });
    expect(html).toContain("mid wash");
    expect(html).not.toMatch(/"(pos|neg) wash"/);
  });

  it("tilts on the title slide, heavier side down, and lies flat without an index", () => {
    expect(markup(TitleBeam, { index: -26, ...names })).toContain("rotate(-7.8");
    expect(markup(TitleBeam, { index: -26, ...names })).toContain("tilted to Pro-Iran militias: index −26");
    expect(markup(TitleBeam, { index: undefined, ...names })).toContain("rotate(0 ");
  });
});

describe("StateName", () => {
  it("has the shape of its pole, and a dash between poles", () => {
    expect(shown(StateName, { name: "Crisis", side: -1 })).toBe("Crisis");
    expect(markup(StateName, { name: "Crisis", side: -1 })).toMatch(/class="neg-ink".*class="neg"/s);
    expect(markup(StateName, { name: "At risk", side: 0 })).toMatch(/class="muted".*M1.5 6h9/s);
  });
});

describe("marks", () => {
  it("give each side its own shape", () => {
    const paths = ([1, -1, 0] as const).map((side) => /d="([^"]*)"/.exec(markup(SideMark, { side }))![1]);
    expect(new Set(paths).size).toBe(3);
  });

  it("point up for the positive side and down for the negative", () => {
    expect(markup(Arrow, { side: 1 })).toMatch(/class="pos" d="M6 1.5l/);
    expect(markup(Arrow, { side: -1 })).toMatch(/class="neg" d="M6 10.5l/);
  });

  it("leave a spark without values empty", () => {
    expect(markup(Spark, { values: [], side: 0 })).not.toContain("<path");
    expect(count(markup(Spark, { values: [0.1, 0.2], side: 1 }), /class="pos"/)).toBe(1);
  });
});
