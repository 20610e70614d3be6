/** An address to read, the browser's or the request's. */
export interface Address {
  readonly pathname: string;
  readonly searchParams: Pick<URLSearchParams, "get" | "getAll" | "toString">;
}

/** What every page of a case is read with, kept from page to page: its two clocks, and what is supposed. */
const keptNames = ["asOf", "knownAt", "if"] as const;

/** Those of an address, as pairs: what a form has to carry. */
export function keptOf({ searchParams }: Address): [name: string, value: string][] {
  return keptNames.flatMap((name) =>
    searchParams.getAll(name).flatMap((value): [string, string][] => (value === "" ? [] : [[name, value]])),
  );
}

/** The address of a page of a case, read as the page it stands on. `path` is relative to the case: "events/raid". */
export function pageLink(from: Address, id: string, path = "", query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(keptOf(from));
  for (const [name, value] of Object.entries(query)) search.set(name, value);
  return withSearch(`/${encodeURIComponent(id)}${path && `/${path}`}`, search);
}

/** Where a form of the page it stands on is sent, to one of its actions. */
export function actionLink(from: Address, action: string): string {
  return [`?/${action}`, ...keptOf(from).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join("&");
}

/** The same page with its trace panel at the end of a chain of keys; without keys the panel is closed. */
export function chainLink(from: Address, chain: readonly string[]): string {
  const search = new URLSearchParams(from.searchParams.toString());
  search.delete("trace");
  for (const key of chain) search.append("trace", key);
  return withSearch(from.pathname, search);
}

/** The same page with some of its search parameters set anew; an undefined one is dropped, and the panel closes. */
export function searchLink(from: Address, set: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams(from.searchParams.toString());
  search.delete("trace");
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined || value === "") search.delete(name);
    else search.set(name, value);
  }
  return withSearch(from.pathname, search);
}

/** The same page with other suppositions; the panel stays open. */
export function supposingLink(from: Address, suppositions: readonly string[]): string {
  const search = new URLSearchParams(from.searchParams.toString());
  for (const name of ["if", "suppose", "notches"]) search.delete(name);
  for (const one of suppositions) search.append("if", one);
  return withSearch(from.pathname, search);
}

/** The chain of traces in an address, the figure first asked for at the front. */
export function chainOf(url: Address): string[] {
  return url.searchParams.getAll("trace").slice(0, 12);
}

/** A chain with one more key; a key it already holds leads back to that place. */
export function longerChain(chain: readonly string[], key: string): string[] {
  const at = chain.indexOf(key);
  return at < 0 ? [...chain, key] : chain.slice(0, at + 1);
}

function withSearch(pathname: string, search: URLSearchParams): string {
  for (const name of keptNames) if (search.get(name) === "") search.delete(name);
  const text = search.toString().replaceAll("%2F", "/");
  return text ? `${pathname}?${text}` : pathname;
}
