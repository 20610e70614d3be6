import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadCase } from "@mizan/cases";
import { isoDate, lastDay } from "@mizan/model";
import { filled } from "../filled.ts";
import type { Content } from "../src/content.ts";

const folder = (path: string) => fileURLToPath(new URL(`../../../packages/cases/${path}`, import.meta.url));

/** A case of the repository, at its last day or at the one given. */
export async function contentOf(name: string, asOf?: string): Promise<Content> {
  const { study } = await loadCase(folder(name));
  return { study, asOf: asOf ?? isoDate(lastDay(study, 20_000)) };
}

/** The built page, with a case put into it. */
export function builtPage(content?: Content): string {
  const page = readFileSync(new URL("../dist/deck.html", import.meta.url), "utf8");
  return content ? filled(page, content) : page;
}
