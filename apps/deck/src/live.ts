import { contentFrom, type Content } from "./content.ts";

const again = 2000;

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
  let stream: EventSource;
  let stopped = false;
  let fetching = false;

  const bring = async () => {
    if (fetching) return;
    fetching = true;
    try {
      const response = await fetch(source.content);
      if (!response.ok) throw new Error(response.statusText);
      const content = contentFrom(await response.json());
      const behind = (content.live?.sequence ?? 0) < latest;
      if (!stopped) oncontent(content);
      fetching = false;
      if (behind) await bring();
    } catch {
      fetching = false;
      onconnection(false);
      setTimeout(() => void (stopped || bring()), again);
    }
  };
  const open = () => {
    stream = new EventSource(`${source.stream}?after=${latest}`);
    stream.onopen = () => onconnection(true);
    stream.addEventListener("entry", ({ lastEventId }) => {
      latest = Number(lastEventId);
      void bring();
    });
    stream.onerror = () => {
      onconnection(false);
      if (stream.readyState === EventSource.CLOSED && !stopped) setTimeout(open, again);
    };
  };
  open();
  return () => {
    stopped = true;
    stream.close();
  };
}
