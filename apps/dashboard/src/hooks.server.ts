import process from "node:process";
import type { Handle, HandleServerError, ServerInit } from "@sveltejs/kit/hooks";
import { themeCookie, themeOf } from "#lib/theme.ts";
import { watchForAlerts } from "#lib/server/alerts.ts";
import { problemBody } from "#lib/server/api/problem-body.ts";
import { asProblem, problemResponse } from "#lib/server/api/problem.ts";
import { openStreams } from "#lib/server/api/stream.ts";
import { takeFolders } from "#lib/server/folders.ts";
import { keepInStep } from "#lib/server/kept-case.ts";
import { secondsToWait } from "#lib/server/limits.ts";
import { log } from "#lib/server/log.ts";
import { answered } from "#lib/server/metrics.ts";
import { closeLedger } from "#lib/server/store.ts";
import { refusal } from "#lib/server/visitor.ts";

/** The faces that every first screen needs. */
const firstFonts = /\/(?:ibm-plex-sans-latin-[46]00|source-serif-4-latin-600)-normal[^/]*\.woff2$/;

const headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Letters of an address that a line of the log holds. */
const longestPath = 300;

export const init: ServerInit = async () => {
  await keepInStep();
  await takeFolders();
  await watchForAlerts();
  const streams = await openStreams();
  process.once("mizan:leaving", () => streams.close());
  process.once("sveltekit:shutdown", () => {
    streams.close();
    void closeLedger();
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  const start = performance.now();
  const answer = await admitted({ event, resolve });
  const response = isInterface(event.url.pathname) ? await asProblem(answer, event.request.method) : answer;
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  const seconds = (performance.now() - start) / 1000;
  const route = event.route.id ?? "none";
  const { method } = event.request;
  answered.observe({ route, method, status: response.status }, seconds);
  log.info(
    {
      method,
      route,
      path: event.url.pathname.slice(0, longestPath),
      status: response.status,
      ms: Math.round(1000 * seconds),
    },
    "answered",
  );
  return response;
};

async function admitted({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
  const refused = refusal(event.request, event.route.id, process.env["ORIGIN"]);
  if (refused)
    return refusedResponse(
      event.url.pathname,
      refused.status,
      refused.line,
      refused.allow ? { allow: refused.allow } : {},
    );
  const wait = await secondsToWait(event.getClientAddress(), event.request.method);
  if (wait !== undefined)
    return refusedResponse(event.url.pathname, 429, `Too many requests from one address: wait ${wait} s.`, {
      "retry-after": String(wait),
    });
  const theme = themeOf(event.cookies.get(themeCookie));
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace("%mizan.theme%", theme === "system" ? "" : ` data-theme="${theme}"`),
    preload: ({ type, path }) => type !== "font" || firstFonts.test(path),
  });
}

/** Whether an address belongs to the interface for programs, which is answered in problems, not in pages. */
function isInterface(path: string): boolean {
  return path.startsWith("/api/");
}

function refusedResponse(path: string, status: number, line: string, more: Record<string, string>): Response {
  if (isInterface(path)) return problemResponse(problemBody(status, line), more);
  return new Response(line, { status, headers: { "content-type": "text/plain; charset=utf-8", ...more } });
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === "unknown") log.error({ err: error, route: event.route.id }, "failed");
  if (kind === "framework" && error.status === 404) return { message: "There is no such page." };
};
