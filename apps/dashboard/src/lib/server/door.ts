import type { IncomingMessage } from "node:http";
import { problemBody, type ProblemBody } from "./api/problem-body.ts";

/** What a request is turned away with before anything else looks at it. */
export interface Turned {
  problem: ProblemBody;
  allow?: string;
}

/** The methods that a `Request` may have; no address answers to any other. */
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What the framework asks for beside a page; no answer for programs has it. */
const pageData = /\/__(?:data\.json|route\.js)$/;

/** Why a request cannot even be handed on: its method, its host or its address is none. */
export function turnedAway({ method = "", url = "", headers }: IncomingMessage): Turned | undefined {
  if (!methods.has(method))
    return { problem: problemBody(405, `Nothing here answers to ${method}.`), allow: "GET, HEAD" };
  if (!url.startsWith("/")) return unfit("The address is not a path of this server.");
  const host = URL.parse(`http://${headers.host ?? ""}`);
  if (!host || host.href !== `${host.origin}/`) return unfit("The request names no host.");
  const asked = URL.parse(`http://${headers.host}${url}`);
  if (!asked) return unfit("The address is none.");
  if (!asked.pathname.startsWith("/api/")) return undefined;
  if (pageData.test(asked.pathname)) return { problem: problemBody(404, "There is nothing at this address.") };
  for (const name of asked.searchParams.keys())
    if (name.startsWith("x-sveltekit-")) return unfit(`unknown parameter: ${name}`.slice(0, 200));
  return undefined;
}

function unfit(detail: string): Turned {
  return { problem: problemBody(400, detail) };
}

/** What a connection is told whose bytes are no request. */
export function brokenRequest(code: string | undefined): ProblemBody {
  if (code === "HPE_HEADER_OVERFLOW") return problemBody(431, "The headers are larger than 16 kB.");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return problemBody(408, "The request did not arrive in time.");
  return problemBody(400, "The bytes that arrived are no HTTP request.");
}
