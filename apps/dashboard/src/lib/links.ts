/** An address to read, the browser's or the request's. */
export interface Address {
  readonly pathname: string;
  readonly searchParams: Pick<URLSearchParams, "get" | "getAll" | "toString">;
}

const clockNames = ["asOf", "knownAt"] as const;

/** The address of a page of a case, at the same clocks as the page it stands on. `path` is relative to the case: "events/raid". */
export function pageLink(from: Address, id: string, path = "", query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams();
  for (const name of clockNames) {
    const value = from.searchParams.get(name);
    if (value) search.set(name, value);
  }
  for (const [name, value] of Object.entries(query)) search.set(name, value);
  return withSearch(`/${encodeURIComponent(id)}${path && `/${path}`}`, search);
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
  for (const name of clockNames) if (search.get(name) === "") search.delete(name);
  const text = search.toString().replaceAll("%2F", "/");
  return text ? `${pathname}?${text}` : pathname;
}
