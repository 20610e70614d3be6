import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names that try to be markup, to turn the line around, or to close an element. */
export const hostileNames = {
  markup: "<script>window.hurt = 1</script>",
  image: "<img src=x onerror='window.hurt = 2'>",
  turned: "abc\u202Edcba",
  closing: "</script><script>window.hurt = 3</script>",
} as const;

/** A name that no line can hold and nothing breaks. */
export const unbroken = "Llanfairpwllgwyngyll".repeat(30);

/** Writes a case that cannot be read, and several whose names, periods or weights are hostile. */
export function writeOddCases(root: string): void {
  write(root, "broken", {
    "case.yaml":
      "id: broken\ntitle: { en: Broken }\nquestion: { en: Why? }\nsummary: Nothing.\nperiod: 2020-13\nmarking: TLP:CLEAR\n",
    "sources.yaml": "- { id: paper, name: { en: Paper }, kind: newspapre }\n",
  });
  write(root, "hostile", {
    "case.yaml": `id: hostile
title: { en: ${quoted(hostileNames.markup)} }
question: { en: ${quoted(hostileNames.image)} }
summary: ${quoted(hostileNames.closing)}
period: 2020-01-01/2020-02-01
marking: ${quoted(hostileNames.markup)}
`,
    "sources.yaml": `- { id: paper, name: { en: ${quoted(hostileNames.turned)} }, kind: newspaper, note: ${quoted(hostileNames.image)} }\n`,
    "actors.yaml": `- { id: somebody, name: { en: ${quoted(hostileNames.image)}, ar: "\\u202Eاسم" }, kind: person, side: neither, basis: author, aliases: [${quoted(hostileNames.markup)}] }\n`,
    "factors.yaml": `- id: thing
  name: { en: ${quoted(hostileNames.closing)} }
  kind: condition
  basis: author
  states: [{ id: low, name: { en: ${quoted(hostileNames.markup)} } }, { id: high, name: { en: High } }]
  opening: low
`,
    "events.yaml": `- id: happening
  title: { en: ${quoted(hostileNames.markup)} }
  summary: ${quoted(hostileNames.image)}
  kind: consult
  when: 2020-01-05
  initiators: [somebody]
  effects: []
  citations: [{ source: paper, published: 2020-01-06, place: ${quoted(hostileNames.closing)}, grade: B2 }]
`,
  });
  write(root, "unbroken", contest("unbroken", { name: unbroken }));
  write(root, "centuries", contest("centuries", { period: "1700-01-01/2031-03-01", when: "2020-01-05" }));
  write(root, "month-end", contest("month-end", { period: "2020-01-01/2020-07-01" }));
  write(root, "weightless", contest("weightless", { weight: 0 }));
  write(root, "factorless", factorless);
  write(root, "many-factors", manyFactors(20));
  write(root, "renamed", contest("named-otherwise", {}));
}

/** A case that weighs nothing. */
const factorless = {
  "case.yaml": `id: factorless
title: { en: Factorless }
question: { en: Why? }
summary: Nothing is weighed.
period: 2020-01-01/2020-02-01
marking: TLP:CLEAR
`,
  "sources.yaml": "- { id: paper, name: { en: Paper }, kind: newspaper }\n",
};

/** A case of so many factors of three states, every state of each bearing on the next five, and one decision. */
function manyFactors(count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const value = (seed: number) => ((seed * 7919) % 7) - 3;
  const impacts = numbers.flatMap((from) =>
    [1, 2, 3, 4, 5].flatMap((step) =>
      ["low", "middle", "high"].map((state, i) => {
        const [a, b] = [value(from * 31 + step * 7 + i), value(from * 17 + step * 3 + 2 * i)];
        return `- { id: i${from}-${step}-${state}, from: { factor: f${from}, state: ${state} }, on: f${(from + step) % count}, values: { low: ${a}, middle: ${b}, high: ${-a - b} }, confidence: moderate, basis: author }\n`;
      }),
    ),
  );
  return {
    ...factorless,
    "case.yaml": factorless["case.yaml"]
      .replaceAll("actorless", "actorful")
      .replace("id: factorful", "id: many-factors"),
    "actors.yaml": "- { id: somebody, name: { en: Somebody }, kind: person, side: neither, basis: author }\n",
    "factors.yaml": numbers
      .map(
        (i) =>
          `- { id: f${i}, name: { en: Factor number ${i} }, kind: ${i === 0 ? "decision, actor: somebody" : "condition"}, opening: middle, basis: author, states: [{ id: low, name: { en: Low } }, { id: middle, name: { en: Middle } }, { id: high, name: { en: High } }] }\n`,
      )
      .join(""),
    "impacts.yaml": impacts.join(""),
    "options.yaml":
      "- { id: rise, name: { en: Rise }, actor: somebody, summary: Rise., sets: { f0: high }, basis: author }\n",
    "outcomes.yaml": "- { id: top, name: { en: The first is high }, when: [{ f1: [high] }], basis: author }\n",
  };
}

/** A small case with an index. */
function contest(
  id: string,
  { name = "Name", period = "2020-01-01/2020-03-01", when = "2020-01-05", weight = 1 },
): Record<string, string> {
  const cited = "citations: [{ source: paper, published: 2020-01-06, grade: B2 }]";
  const side = (word: string) => `{ name: { en: ${word}${name} }, inSentence: the ${word}${name} }`;
  return {
    "case.yaml": `id: ${id}
title: { en: ${name} }
question: { en: Who ${name}? }
summary: A case of ${name}.
period: ${period}
marking: TLP:CLEAR
sides: { positive: ${side("Up")}, negative: ${side("Down")} }
`,
    "sources.yaml": `- { id: paper, name: { en: ${name} }, kind: newspaper }\n`,
    "actors.yaml": ["one", "other"]
      .map((actor) => `- { id: ${actor}, name: { en: ${name} }, kind: person, side: positive, basis: author }\n`)
      .join(""),
    "ties.yaml": `- { id: tie, kind: support, from: one, to: other, statement: { en: ${name} }, ${cited} }\n`,
    "factors.yaml": `- id: thing
  name: { en: ${name} }
  kind: condition
  basis: author
  states: [{ id: low, name: { en: Low } }, { id: high, name: { en: High } }]
  scale:
    { weight: ${weight}, weightRationale: so, baseline: 0, baselineConfidence: moderate, baselineRationale: so, halfLifeDays: 30, halfLifeRationale: so, cuts: [0] }
`,
    "events.yaml": `- id: happening
  title: { en: ${name} }
  kind: consult
  when: ${when}
  initiators: [one]
  effects: [{ factor: thing, shift: 2, confidence: moderate, rationale: ${name} }]
  ${cited}
`,
    "judgements.yaml": `- { id: j1, statement: { en: ${name} }, likelihood: likely, confidence: low, ${cited} }\n`,
  };
}

function write(root: string, id: string, files: Record<string, string>): void {
  mkdirSync(join(root, id));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, id, name), text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
