import { follow, retryMs } from "@mizan/live";
import { contentFrom, type Content } from "./content.ts";

/** What a talk is told while it follows the server it came from. */
export interface Listener {
  /** The case as it stands now, at the moment the talk is about. */
  oncontent: (content: Content) => void;
  /** Whether the server can be heard. */
  onconnection: (heard: boolean) => void;
}

/** Follows the case that a page was served with, until what it returns is called. A page without a server is left as it is. */
export function live({ live: source }: Content, { oncontent, onconnection }: Listener): () => void {
  if (!source) return () => {};
  let latest = source.sequence;
  let heard = true;
  let stopped = false;
  let fetching = false;

  const bring = async () => {
    if (fetching || stopped) return;
    fetching = true;
    try {
      const response = await fetch(source.content);
      if (!response.ok) throw new Error(response.statusText);
      const content = contentFrom(await response.json());
      if (stopped) return;
      oncontent(content);
      onconnection(heard);
      fetching = false;
      if ((content.live?.sequence ?? 0) < latest) await bring();
    } catch {
      fetching = false;
      onconnection(false);
      setTimeout(() => void bring(), retryMs);
    }
  };
  const leave = follow(source.stream, latest, {
    onentry: (sequence) => {
      latest = sequence;
      void bring();
    },
    onconnection: (connection) => onconnection((heard = connection === "live")),
  });
  return () => {
    stopped = true;
    leave();
  };
}
