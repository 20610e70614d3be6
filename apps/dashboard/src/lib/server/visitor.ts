import { policy } from "./policy.ts";

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const safeMethods = new Set(["GET", "HEAD"]);

/** Why a request is turned away: the status, and a line that says it. */
export interface Refusal {
  status: 403 | 405;
  line: string;
  allow?: string;
}

/**
 * Looks at who asks, for what, before anything else does, whatever the type of content: the host has to be ours, the
 * method one that the address answers to, and an unsafe one has to come from our own pages, or from a program.
 */
export function refusal(request: Request, route: string | null, origin: string | undefined): Refusal | undefined {
  const host = request.headers.get("host") ?? "";
  const known = loopback.test(host) || (origin !== undefined && origin !== "" && new URL(origin).host === host);
  if (!known) return { status: 403, line: `This address is not served here: ${host}` };
  const methods: readonly string[] = route === null ? [...safeMethods] : (policy[route] ?? []);
  if (!methods.includes(request.method))
    return { status: 405, line: `This address does not answer to ${request.method}.`, allow: methods.join(", ") };
  if (safeMethods.has(request.method) || comesFromHere(request, host, origin)) return undefined;
  return { status: 403, line: "This request comes from another site." };
}

/** Browsers say where an unsafe request comes from. A program says nothing, and sends what no form of a page can. */
function comesFromHere(request: Request, host: string, origin: string | undefined): boolean {
  const from = request.headers.get("origin");
  if (from !== null) {
    const site = URL.parse(from);
    return site?.host === host && (loopback.test(host) || site.origin === new URL(origin!).origin);
  }
  const browser = request.headers.has("sec-fetch-site");
  const type = request.headers.get("content-type");
  const formless = request.method !== "POST" || /^application\/(?:[a-z-]+\+)?json(?:;|$)/i.test(type ?? "");
  return !browser && formless;
}
