/** Logs an event over HTTP, as a program would. */
export async function logEvent(
  site: string,
  id: string,
  changed: object = {},
  caseId = "khadimi-kh-2020",
): Promise<Response> {
  const body = {
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
  return fetch(`${site}/api/cases/${caseId}/records/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Amends a record as it stands now. */
export async function amend(
  site: string,
  kind: string,
  record: string,
  patch: object,
  caseId = "khadimi-kh-2020",
): Promise<Response> {
  const address = `${site}/api/cases/${caseId}/records/${kind}/${record}`;
  const { headers } = await fetch(address);
  return fetch(address, {
    method: "PATCH",
    headers: { "content-type": "application/merge-patch+json", "if-match": headers.get("etag")! },
    body: JSON.stringify(patch),
  });
}
