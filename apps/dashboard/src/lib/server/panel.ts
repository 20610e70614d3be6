import { type Balance, type LanguageMap } from "@mizan/model";
import type { Moment } from "@mizan/model/diff";
import { traceBetween, traceOf, type Trace } from "@mizan/model/words";

/** The open trace panel: how the reader came here, and the trace at the end of the way. */
export interface Panel {
  chain: readonly { key: string; title: string }[];
  /** Undefined for a key that leads nowhere in this case on this day. */
  trace: Trace | undefined;
  /** The factor, event or actor the trace is of, in both languages. */
  name: LanguageMap | undefined;
}

/** The panel of a chain of keys; a comparison's figures are traced between its two moments. */
export function panelOf(balance: Balance, chain: readonly string[], moments?: { from: Moment; to: Moment }): Panel {
  const traces = chain.map((key) => traceOf(balance, key) ?? (moments && traceBetween(moments.from, moments.to, key)));
  const trace = traces.at(-1);
  return {
    chain: chain.map((key, i) => ({ key, title: traces[i]?.title ?? key })),
    trace,
    name: trace?.records.find(({ title }) => title["en"] === trace.title)?.title,
  };
}
