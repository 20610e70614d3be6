import type { Listener } from "../store.ts";

/** Who is told of what is committed. */
export interface Listeners {
  /** Tells each apart from the commit, which none may undo by failing. */
  tell: Listener;
  /** Tells one more, until what it returns is called. */
  watch: (listener: Listener) => () => void;
}

export function newListeners(): Listeners {
  const listeners = new Set<Listener>();
  return {
    tell: (caseId, sequence) => {
      for (const listener of listeners) queueMicrotask(() => listener(caseId, sequence));
    },
    watch: (listener) => {
      const one: Listener = (caseId, sequence) => listener(caseId, sequence);
      listeners.add(one);
      return () => void listeners.delete(one);
    },
  };
}
