/** Whether what is written arrives. */
export type Connection = "live" | "lost";

/** What is told to a page that follows a case. */
export interface Follower {
  onentry: (sequence: number) => void;
  onconnection: (connection: Connection) => void;
}

type Message = { sequence: number } | { connection: Connection } | "how is it?";

/** Between two tries to reach a server that does not answer. */
export const retryMs = 2000;

/**
 * Follows a case's ledger, by the address of its stream, from an entry on, until what it returns is called. A browser
 * holds few connections to one server, so of all its pages on a case one holds the stream, and tells the others; when it
 * closes, the next one takes over.
 */
export function follow(stream: string, after: number, { onentry, onconnection }: Follower): () => void {
  const channel = new BroadcastChannel(`mizan ${stream}`);
  const ended = new AbortController();
  let latest = after;
  let connection: Connection | undefined;
  let leads = false;

  const hear = (message: Message) => {
    if (message === "how is it?") {
      if (!leads) return;
      if (connection) channel.postMessage({ connection } satisfies Message);
      channel.postMessage({ sequence: latest } satisfies Message);
    } else if ("connection" in message) onconnection((connection = message.connection));
    else if (message.sequence > latest) onentry((latest = message.sequence));
  };
  const tell = (message: Exclude<Message, string>) => {
    channel.postMessage(message);
    hear(message);
  };

  const lead = () =>
    new Promise<void>((resolve) => {
      leads = true;
      let source: EventSource | undefined;
      const open = () => {
        if (ended.signal.aborted) return;
        source = new EventSource(`${stream}?after=${latest}`);
        source.onopen = () => tell({ connection: "live" });
        source.addEventListener("entry", ({ lastEventId }) => tell({ sequence: Number(lastEventId) }));
        source.onerror = () => {
          tell({ connection: "lost" });
          if (source?.readyState === EventSource.CLOSED) setTimeout(open, retryMs);
        };
      };
      open();
      ended.signal.addEventListener("abort", () => {
        source?.close();
        resolve();
      });
    });

  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  channel.postMessage("how is it?" satisfies Message);
  const waited = navigator.locks?.request(`mizan ${stream}`, { signal: ended.signal }, lead) ?? lead();
  // A page that is closed while it waits gives up its place.
  waited.catch(() => {});
  return () => {
    ended.abort();
    channel.close();
  };
}
