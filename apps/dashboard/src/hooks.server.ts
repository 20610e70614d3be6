import process from "node:process";
import type { Handle, HandleServerError } from "@sveltejs/kit/hooks";
import { themeCookie, themeOf } from "#lib/theme.ts";
import { refusal } from "#lib/server/visitor.ts";

/** The faces that every first screen needs. */
const firstFonts = /\/(?:ibm-plex-sans-latin-[46]00|source-serif-4-latin-600)-normal[^/]*\.woff2$/;

const headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

export const handle: Handle = async ({ event, resolve }) => {
  const refused = refusal(event.request, process.env["ORIGIN"]);
  if (refused) return new Response(refused, { status: 403, headers: { ...headers, "content-type": "text/plain" } });
  const theme = themeOf(event.cookies.get(themeCookie));
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace("%mizan.theme%", theme === "system" ? "" : ` data-theme="${theme}"`),
    preload: ({ type, path }) => type !== "font" || firstFonts.test(path),
  });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
};

export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === "unknown") console.error(error);
  if (kind === "framework" && error.status === 404) return { message: "There is no such page." };
};
