import { defaultMethod, methodOf, recordKinds, type Method } from "@mizan/model";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const { balance } = await readingOf(event);
  const { study } = balance;
  const method = methodOf(study);
  return {
    summary: study.case.summary,
    rationale: study.case.methodRationale,
    hasIndex: balance.index !== undefined,
    hasChamber: study.case.motion !== undefined,
    method,
    own: (Object.keys(method) as (keyof Method)[]).filter(
      (name) => JSON.stringify(method[name]) !== JSON.stringify(defaultMethod[name]),
    ),
    bases: recordKinds.flatMap((kind) => {
      const records = study[kind] as readonly { basis?: string }[];
      if (kind === "sources" || records.length === 0) return [];
      const counts = Map.groupBy(records, ({ basis }) => basis ?? "text");
      return [
        {
          kind,
          counts: Object.fromEntries([...counts].map(([basis, own]) => [basis, own.length])) as Record<string, number>,
        },
      ];
    }),
  };
}
