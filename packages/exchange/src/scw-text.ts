import { mostFactors, mostStates } from "@mizan/model/scenarios";
import type { ScwProject } from "./scw.ts";

/**
 * A ScenarioWizard project as the text of a .scw file, in the layout of ScenarioWizard 4.0, which `readScw` reads back the
 * same. Line breaks and other runs of white space within names and notes become single spaces. Throws RangeError for other
 * than 1 to 60 descriptors of 2 to 9 states each, and for a matrix that does not fit them or holds other than safe integers.
 */
export function scwText({ title, descriptors, matrix }: ScwProject): string {
  if (descriptors.length < 1 || descriptors.length > mostFactors)
    throw new RangeError(`expected 1 to ${mostFactors} descriptors: ${descriptors.length}`);
  for (const { name, states } of descriptors)
    if (states.length < 2 || states.length > mostStates)
      throw new RangeError(`expected 2 to ${mostStates} states of ${name}: ${states.length}`);
  const states = descriptors.flatMap((descriptor) => descriptor.states);
  const fits =
    matrix.length === states.length &&
    matrix.every((row) => row.length === states.length && [...row].every((impact) => Number.isSafeInteger(impact)));
  if (!fits) throw new RangeError(`expected a matrix of ${states.length} by ${states.length} whole numbers`);
  const pairs = descriptors.flatMap(() => descriptors.map(() => "#  -> "));
  const comments = ["# 0-0", ...descriptors.map(() => "# "), ...pairs].flatMap((place) => [place, '""']);
  const lines = [
    "$ ScenarioWizard 4.0",
    oneLine(title),
    ...descriptors.flatMap(({ name, states: own }) => [
      `&${oneLine(name)}`,
      ...own.map((state) => ` -${oneLine(state.name)}`),
    ]),
    "#",
    ...descriptors.flatMap(({ note, states: own }) => [
      `&${oneLine(note)}`,
      // Indented, so that no note looks like a descriptor or the end of a section.
      ...own.map((state) => ` ${oneLine(state.note)}`),
    ]),
    "#",
    "#",
    ...states.map(() => "FFFFFF"),
    "#",
    "#",
    ...matrix.map((row) => row.map(cell).join(",")),
    "#",
    ...comments,
    "#",
    "#",
  ];
  return `${lines.join("\n")}\n`;
}

function cell(impact: number): string {
  return `${impact < 0 ? "" : " "}${impact} `;
}

function oneLine(text = ""): string {
  return text.replace(/\s+/g, " ").trim();
}
