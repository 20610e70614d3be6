import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** An address that the routes folder serves. */
export interface Route {
  id: string;
  /** Whether a page answers, and not only a program's endpoint. */
  page: boolean;
  methods: readonly string[];
}

const root = fileURLToPath(new URL("../src/routes", import.meta.url));
const exported =
  /export\s+(?:async\s+)?(?:function|const)\s+(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|fallback|actions)\b/g;

/** Every route of the dashboard, as its files say. */
export function routes(): Route[] {
  return foldersOf(root).flatMap((folder) => {
    const files = readdirSync(folder).filter((name) => /^\+(?:page|server)\b/.test(name));
    if (files.length === 0) return [];
    const page = files.some((name) => name.startsWith("+page"));
    const own = files.flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(exported)].map(([, method]) =>
        method === "actions" ? "POST" : method!,
      ),
    );
    const id = `/${relative(root, folder).replaceAll("\\", "/")}`;
    return [{ id, page, methods: [...new Set([...(page ? ["GET"] : []), ...own])].toSorted() }];
  });
}

function foldersOf(folder: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inner.flatMap(({ name }) => foldersOf(join(folder, name)))];
}
