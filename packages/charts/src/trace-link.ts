import { getContext, hasContext, setContext } from "svelte";

const key = Symbol("trace link");

/** Where a number leads: the address of its trace panel, from its trace key ("index", "level/credibility"). */
export type TraceLink = (trace: string) => string;

/** Makes every figure below this component a link to its trace. */
export function setTraceLink(link: TraceLink): void {
  setContext(key, link);
}

/** The link function of the page; undefined where numbers lead nowhere, as in a drawing on its own. */
export function traceLink(): TraceLink | undefined {
  return hasContext(key) ? getContext<TraceLink>(key) : undefined;
}
