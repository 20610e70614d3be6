import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names that try to be markup, to turn the line around, or to close an element. */
export const hostileNames = {
  markup: "<script>window.hurt = 1</script>",
  image: "<img src=x onerror='window.hurt = 2'>",
  turned: "abc\u202Edcba",
  closing: "</script><script>window.hurt = 3</script>",
} as const;

/** Writes a case that cannot be read and one whose names are hostile. */
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
}

function write(root: string, id: string, files: Record<string, string>): void {
  mkdirSync(join(root, id));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, id, name), text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
