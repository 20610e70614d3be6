import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { Case, SpreadShift } from "@mizan/model";

/** What the deck is filled with; the days are ISO dates. */
export interface Filling {
  study: Case;
  asOf: string;
  knownAt?: string;
  gathered?: readonly SpreadShift[];
  replay?: string;
  live: { stream: string; content: string; sequence: number };
}

const slot = '<script type="application/json" id="case"></script>';

/** The deck's one file, filled with a case, its scripts and styles let through by a nonce made for this answer alone. */
export async function briefing(filling: Filling): Promise<Response> {
  const deck = await readFile(deckPath(), "utf8").catch(() => "");
  const at = deck.indexOf(slot);
  if (at < 0) return unavailable();
  const nonce = randomBytes(18).toString("base64");
  const allowed = (html: string) => html.replace(/<(?:script|style)(?=[\s>])/g, (tag) => `${tag} nonce="${nonce}"`);
  const data = JSON.stringify(filling).replaceAll("<", "\\u003c");
  const filled = slot.replace("></", () => `>${data}</`);
  const html = allowed(deck.slice(0, at)) + filled + allowed(deck.slice(at + slot.length));
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy(nonce) },
  });
}

function deckPath(): string {
  return process.env["MIZAN_DECK"] || path.resolve(process.cwd(), "../deck/dist/deck.html");
}

function unavailable(): Response {
  const text = "The briefing is not built yet: run pnpm build, or set MIZAN_DECK to a built deck.html.\n";
  return new Response(text, { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}
