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
  write(root, "renamed", contest("named-otherwise", {}));
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
