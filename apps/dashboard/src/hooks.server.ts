import process from "node:process";
import type { Handle, HandleServerError, ServerInit } from "@sveltejs/kit/hooks";
import { themeCookie, themeOf } from "#lib/theme.ts";
import { takeFolders } from "#lib/server/folders.ts";
import { keepInStep } from "#lib/server/kept-case.ts";
import { closeLedger } from "#lib/server/store.ts";
import { refusal } from "#lib/server/visitor.ts";

/** The faces that every first screen needs. */
const firstFonts = /\/(?:ibm-plex-sans-latin-[46]00|source-serif-4-latin-600)-normal[^/]*\.woff2$/;

const headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

export const init: ServerInit = async () => {
  await keepInStep();
  await takeFolders();
  process.once("sveltekit:shutdown", closeLedger);
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
