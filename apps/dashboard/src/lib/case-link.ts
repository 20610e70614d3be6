import { page } from "$app/state";
import { pageLink } from "./links.ts";

/** The address of a page of the present case, keeping the clocks: `caseLink("events/raid")`. */
export function caseLink(path = "", query: Readonly<Record<string, string>> = {}): string {
  return pageLink(page.url, page.params["case"] ?? "", path, query);
}
