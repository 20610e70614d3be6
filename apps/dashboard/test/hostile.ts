import fc from "fast-check";
import { ask, caseId, type Answer, type Question } from "./ask.ts";

const under = `/api/cases/${caseId}`;

/** Every address that takes a body, with the method and the type it takes. */
export const takers = [
  { method: "POST", path: `${under}/records/events`, type: "application/json" },
  { method: "POST", path: `${under}/records/actors`, type: "application/json" },
  { method: "POST", path: `${under}/records/impacts`, type: "application/json" },
  { method: "PATCH", path: `${under}/records/events/successor-installed`, type: "application/merge-patch+json" },
  { method: "PATCH", path: `${under}/records/case/${caseId}`, type: "application/merge-patch+json" },
] as const;

/** Where each chain stands: what no refused request may move. */
export async function heads(site: string): Promise<unknown> {
  const { json } = await ask(site, "/api/cases");
  return json.cases.map(({ id, sequence, head }: Record<string, unknown>) => [id, sequence, head]);
}

/** Why an answer is not a proper refusal; undefined where it is one. */
export function impropriety({ status, headers, json, text }: Answer): string | undefined {
  if (status < 400 || status > 499) return `status ${status}: ${text.slice(0, 300)}`;
  if (headers["content-type"] !== "application/problem+json")
    return `type ${headers["content-type"]}: ${status} ${text.slice(0, 300)}`;
  if (json?.status !== status) return `a body about another status: ${text.slice(0, 300)}`;
  if (typeof json.title !== "string" || !(json.detail || json.errors?.length > 0))
    return `no reason: ${text.slice(0, 300)}`;
  if (text.length > 300_000) return `an answer of ${text.length} characters`;
  if (/\\n\s+at |node_modules|\/chunks\//.test(text)) return `a stack: ${text.slice(0, 300)}`;
  return undefined;
}

/** What is wrong with the answers to some questions. */
export async function improprieties(
  site: string,
  questions: readonly [what: string, path: string, question?: Question][],
): Promise<string[]> {
  const answers = await Promise.all(
    questions.map(async ([what, path, question]) => {
      const found = impropriety(await ask(site, path, question));
      return found === undefined ? [] : [`${what}: ${found}`];
    }),
  );
  return answers.flat();
}

const strange = fc.constantFrom(
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "",
  "\u0000",
  "\u202Eesrever",
  "../../etc/passwd",
  "9999-12-31",
  "0001-01-01",
  "' or 1=1 --",
);
const word = fc.oneof(
  { weight: 3, arbitrary: strange },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);
const leaf = fc.oneof(word, fc.double(), fc.constantFrom(1e308, -0, 2 ** 53, -1, 0), fc.boolean(), fc.constant(null));
const fields = [
  "id",
  "title",
  "name",
  "kind",
  "when",
  "effects",
  "citations",
  "initiators",
  "from",
  "on",
  "values",
  "known",
  "sets",
  "place",
  "basis",
  "period",
  "motion",
  "sides",
];

/** Bodies that are no record: odd values at odd places, and fields that there are, holding what they must not. */
export const oddBody: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...fields), word), tie("value")), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries.filter(([key]) => key !== "__proto__"))),
  ),
})).value;

/** Sends many odd bodies to one address; what is wrong with the answers. None of them can be taken: each holds a stranger. */
export async function sendOddBodies(
  site: string,
  { method, path, type }: (typeof takers)[number],
  count: number,
  seed: number,
): Promise<string[]> {
  const headers = method === "PATCH" ? { "if-match": (await ask(site, path)).headers.etag! } : {};
  const bodies = fc.sample(oddBody, { numRuns: count, seed });
  const found: string[] = [];
  for (let from = 0; from < bodies.length; from += 16) {
    const sent = bodies.slice(from, from + 16).map(async (body) => {
      const stranger =
        typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body, "no-such-field": 1 } : body;
      // A patch that is no mapping takes the record's place; the same is true of one that is.
      const text = JSON.stringify(stranger) ?? "null";
      const fault = impropriety(await ask(site, path, { method, type, headers, body: text }));
      if (fault !== undefined) found.push(`${method} ${path} ${text.slice(0, 200)}: ${fault}`);
    });
    await Promise.all(sent);
  }
  return found;
}
