import http from "node:http";

const caseId = "khadimi-kh-2020";

/** What was acknowledged: the record, and the entry that it is. */
export interface Acknowledged {
  id: string;
  sequence: number;
}

/** Writes an event over a connection that is kept; undefined where no answer came. */
export function writeEvent(site: string, agent: http.Agent, id: string): Promise<Acknowledged | undefined> {
  const body = JSON.stringify({
    id,
    title: { en: `Event ${id}` },
    kind: "consult",
    when: "2020-07-07",
    effects: [],
    citations: [{ source: "rudaw", published: "2020-07-07", grade: "B2" }],
  });
  const { hostname, port } = new URL(site);
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "idempotency-key": id,
  };
  const path = `/api/cases/${caseId}/records/events`;
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method: "POST", headers, agent }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("error", () => resolve(undefined));
      response.on("end", () => {
        if (response.statusCode === 201 && response.complete)
          resolve({ id, sequence: Number(response.headers.etag!.slice(1, -1)) });
        else if (response.statusCode === undefined || !response.complete) resolve(undefined);
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    request.on("error", () => resolve(undefined));
    request.end(body);
  });
}

/** Every entry of the case after a sequence, over HTTP. */
export async function entriesAfter(site: string, after: number): Promise<{ record: string; sequence: number }[]> {
  const all: { record: string; sequence: number }[] = [];
  for (let next: string | undefined = String(after); next !== undefined;) {
    const page = (await (await fetch(`${site}/api/cases/${caseId}/history?limit=1000&after=${next}`)).json()) as {
      entries: { record: string; sequence: number }[];
      next?: string;
    };
    all.push(...page.entries);
    ({ next } = page);
  }
  return all;
}

/** Where the ledger of the case ends. */
export async function lastSequence(site: string): Promise<number> {
  const { ledger } = (await (await fetch(`${site}/api/cases/${caseId}`)).json()) as { ledger: { sequence: number } };
  return ledger.sequence;
}
