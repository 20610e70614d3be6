import type { RequestEvent } from "@sveltejs/kit";
import type { KeptCase } from "./kept-case.ts";

/** A reader who was away longer than this comes for another visit. */
const awayMs = 30 * 60_000;
const yearSeconds = 365 * 86_400;

type Visit = Pick<RequestEvent, "cookies" | "locals"> & { params: { case: string } };

/** The last entry that this reader had been shown when an earlier visit ended; undefined on the first. */
export function lastSeen({ cookies, locals, params }: Visit, { sequence }: KeptCase): number | undefined {
  locals.seen ??= { entry: noted(cookies, params.case, sequence) };
  return locals.seen.entry;
}

function noted(cookies: Visit["cookies"], id: string, sequence: number): number | undefined {
  const name = `seen-${id}`;
  const [, before, shown, at] = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/.exec(cookies.get(name) ?? "") ?? [];
  const now = Date.now();
  const seen = shown === undefined ? sequence : now - Number(at) > awayMs ? Number(shown) : Number(before);
  const options = { path: `/${id}`, httpOnly: true, sameSite: "lax", secure: false, maxAge: yearSeconds } as const;
  cookies.set(name, `${seen}.${sequence}.${now}`, options);
  return shown === undefined || seen > sequence ? undefined : seen;
}
