import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { isScw, readScw } from "@mizan/exchange";
import { balanceAt, inLanguage, lastDay } from "@mizan/model";
import {
  crossImpactSystem,
  givenOf,
  MatrixError,
  presentConfiguration,
  systemOf,
  type CrossImpactSystem,
  type Given,
} from "@mizan/model/scenarios";
import { dayText } from "@mizan/model/words";
import { pathFrom } from "@mizan/store/environment";
import { today } from "./day-option.ts";
import { InputError } from "./input-error.ts";
import { openCase } from "./open-case.ts";

/** A system to be searched, and what it and its parts are called. */
export interface Subject extends Given {
  title: string;
  system: CrossImpactSystem;
  factors: readonly string[];
  states: readonly (readonly string[])[];
}

/** The moment of a case that is looked at, and whether its outside is taken as it is then or in every state. */
interface Moment {
  asOf?: number;
  knownAt?: number;
  outside?: true;
}

/** The system in a file, whatever the file is called; undefined where there is no such file. */
export async function fileSubject(name: string): Promise<Subject | undefined> {
  const path = pathFrom(process.env, name);
  const isFile = await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!isFile) return undefined;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const open = { title: basename(name), forced: new Map<number, number>(), chosen: new Set<number>() };
  if (isScw(bytes)) {
    const { project, problems } = readScw(bytes);
    if (!project)
      throw unfit(
        name,
        problems.map(({ line, problem }) => `line ${line}: ${problem}`),
      );
    const states = project.descriptors.map((descriptor) => descriptor.states.map((state) => state.name));
    const system = fitting(
      name,
      states.map(({ length }) => length),
      project.matrix,
    );
    return { ...open, system, factors: project.descriptors.map((descriptor) => descriptor.name), states };
  }
  const { sizes, matrix } = matrixFile(name, bytes.toString("utf8"));
  const system = fitting(name, sizes, matrix);
  const states = system.sizes.map((size) => Array.from({ length: size }, (_, state) => String(state)));
  return { ...open, system, factors: states.map((_, factor) => String(factor)), states };
}

function matrixFile(name: string, text: string): { sizes: number[]; matrix: number[][] } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!/^\s*[[{]/.test(text))
      throw new InputError(`${name} is neither a ScenarioWizard project nor a file {"sizes","matrix"}`);
    throw unfit(name, [(error as Error).message]);
  }
  if (typeof data !== "object" || data === null || !("sizes" in data) || !("matrix" in data))
    throw unfit(name, ['expected {"sizes":[3,2,…],"matrix":[[…]…]}']);
  const strange = Object.keys(data).filter((key) => key !== "sizes" && key !== "matrix");
  if (strange.length > 0)
    throw unfit(
      name,
      strange.map((key) => `unknown key: ${key}`),
    );
  return data as { sizes: number[]; matrix: number[][] };
}

function fitting(name: string, sizes: readonly number[], matrix: readonly (readonly number[])[]): CrossImpactSystem {
  try {
    return crossImpactSystem(sizes, matrix);
  } catch (error) {
    throw error instanceof MatrixError ? unfit(name, error.problems) : error;
  }
}

function unfit(name: string, problems: readonly string[]): InputError {
  return new InputError([`${name} does not fit a cross-impact matrix`, ...problems].join("\n"));
}

/** The system of a case at a moment, under every choice of its decisions and, unless asked otherwise, the outside as it is. */
export async function caseSubject(name: string, options: Moment): Promise<Subject> {
  if (/\.(json|scw)$/i.test(name)) throw new InputError(`no such file: ${name}`);
  const whole = (await openCase(name, options.knownAt)).study;
  const asOf = options.asOf ?? lastDay(whole, today());
  const { study, states } = balanceAt(whole, { asOf, knownAt: options.knownAt });
  if (study.factors.length === 0) throw new InputError(`${study.case.id} has no factors, and so no scenarios`);
  const present = presentConfiguration(study, states);
  try {
    return {
      title: `${inLanguage(study.case.title)}, as of ${dayText(asOf)}`,
      system: systemOf(study).system,
      ...givenOf(study, present, options.outside ? "any" : "present"),
      factors: study.factors.map((factor) => inLanguage(factor.name)),
      states: study.factors.map((factor) => factor.states.map((state) => inLanguage(state.name))),
    };
  } catch (error) {
    throw error instanceof MatrixError ? unfit(study.case.id, error.problems) : error;
  }
}
