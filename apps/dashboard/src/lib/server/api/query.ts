import * as z from "zod";
import { dayFrom, dayOf, type Day, type Problem } from "@mizan/model";
import { ApiError } from "./api-error.ts";
import { placedFaults } from "./placed-faults.ts";

/** A day in an address, such as 2020-07-08. */
export const DayParameter = z.iso
  .date({ error: "expected a date such as 2020-07-08", abort: true })
  .refine((text) => dayFrom(text) !== undefined, "expected a date that exists");

/** A whole number in an address, from least to most. */
export function wholeParameter(least: number, most: number) {
  const expected = `expected a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);
}

/** A switch in an address: present and empty, or "true". */
export const SwitchParameter = z.enum(["", "true", "false"]).transform((text) => text !== "false");

/** The two clocks, which every reading takes. */
export const clockParameters = { asOf: DayParameter.optional(), knownAt: DayParameter.optional() };

export const ClockQuery = z.object(clockParameters);

/** The day of a parameter that may be absent. */
export function dayAsked(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : dayOf(text);
}

/** Schemas that know no parameter but their own, made once: zod compiles each. */
const strict = new WeakMap<z.ZodObject, z.ZodObject>();

function strictly(schema: z.ZodObject): z.ZodObject {
  const known = strict.get(schema) ?? schema.strict();
  strict.set(schema, known);
  return known;
}

/** The query of an address by its schema; an `ApiError` names every parameter that is wrong. */
export function queryOf<Schema extends z.ZodObject>(url: URL, schema: Schema): z.infer<Schema> {
  const twice = [...new Set(url.searchParams.keys())].filter((name) => url.searchParams.getAll(name).length > 1);
  const parsed = strictly(schema).safeParse(Object.fromEntries(url.searchParams));
  const problems: Problem[] = [
    ...twice.map((name) => ({ path: [name], problem: "given more than once", value: url.searchParams.get(name) })),
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, url))),
  ];
  if (problems.length > 0)
    throw new ApiError(
      400,
      problems.map(({ path, problem, value }) => `${path.join(".")}: ${problem}: ${String(value)}`).join("; "),
      { errors: placedFaults(problems, 0) },
    );
  return parsed.data as z.infer<Schema>;
}

function faultsOf(issue: z.core.$ZodIssue, url: URL): Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [key], problem: "unknown parameter", value: url.searchParams.get(key) }));
  const path = issue.path.map(String);
  return [{ path, problem: issue.message, value: url.searchParams.get(path[0] ?? "") }];
}
