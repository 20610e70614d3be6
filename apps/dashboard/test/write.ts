import { caseId } from "./ask.ts";

/** An event that fits the case. */
export function rockets(id: string, changed: object = {}) {
  return {
    id,
    title: { en: `Rockets again: ${id}` },
    kind: "assault",
    when: "2020-07-07",
    initiators: ["kataib-hezbollah"],
    targets: ["united-states"],
    effects: [{ factor: "coercion", shift: -2, confidence: "high", rationale: "the capital is not held" }],
    citations: [{ source: "rudaw", published: "2020-07-07", grade: "B2" }],
    ...changed,
  };
}

/** Logs an event over HTTP, as a program would. */
export async function logEvent(site: string, id: string, changed: object = {}, study = caseId): Promise<Response> {
  return fetch(`${site}/api/cases/${study}/records/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rockets(id, changed)),
  });
}

/** Amends a record as it stands now. */
export async function amend(
  site: string,
  kind: string,
  record: string,
  patch: object,
  study = caseId,
): Promise<Response> {
  const address = `${site}/api/cases/${study}/records/${kind}/${record}`;
  const { headers } = await fetch(address);
  return fetch(address, {
    method: "PATCH",
    headers: { "content-type": "application/merge-patch+json", "if-match": headers.get("etag")! },
    body: JSON.stringify(patch),
  });
}
