import type { ScwProject } from "./scw.ts";

/**
 * A ScenarioWizard project as the text of a .scw file, in the layout of ScenarioWizard 4.0. Line breaks within names and
 * notes become spaces. Throws RangeError for a matrix that does not fit the descriptors or holds other than safe integers.
 */
export function scwText({ title, descriptors, matrix }: ScwProject): string {
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
      ...own.map((state) => ` ${noteLine(state.note)}`),
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

/** A note on a state must not look like the beginning of a descriptor or the end of a section. */
function noteLine(note: string | undefined): string {
  return oneLine(note).replace(/^(?=&|#$)/, "· ");
}
