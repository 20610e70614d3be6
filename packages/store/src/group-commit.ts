import { setImmediate as nextTurn } from "node:timers/promises";

/** What became of one request of a group. */
export type Outcome<A> = { answer: A } | { error: unknown };

/** The one way into a store's writing: requests that wait are committed together, anything else runs alone. */
export interface GroupCommit<R, A> {
  submit(request: R): Promise<A>;
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Lets nothing more in, and answers when all that waited is done. */
  close(closed: Error): Promise<void>;
}

interface Waiting<R, A> {
  request: R;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

const mostInAGroup = 500;

/**
 * Commits requests in groups, in the order they came in. A request that a group finds unfit fails alone. Where the
 * group's transaction itself fails, each request is tried by itself, unless the failure would meet all of them alike.
 */
export function groupCommit<R, A>(
  commit: (requests: readonly R[]) => Promise<Outcome<A>[]>,
  meetsAll: (error: unknown) => boolean,
): GroupCommit<R, A> {
  const queue: (Waiting<R, A> | (() => Promise<void>))[] = [];
  let running: Promise<void> | undefined;
  let closedBy: Error | undefined;

  async function settle(group: readonly Waiting<R, A>[]): Promise<void> {
    try {
      const outcomes = await commit(group.map(({ request }) => request));
      group.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i]!;
        if ("answer" in outcome) resolve(outcome.answer);
        else reject(outcome.error);
      });
    } catch (error) {
      if (group.length === 1 || meetsAll(error)) group.forEach(({ reject }) => reject(error));
      else for (const one of group) await settle([one]);
    }
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      await nextTurn();
      const first = queue[0]!;
      if (typeof first === "function") {
        queue.shift();
        await first();
        continue;
      }
      const end = queue.findIndex((waiting) => typeof waiting === "function");
      const group = queue.splice(0, Math.min(mostInAGroup, end < 0 ? queue.length : end));
      await settle(group as Waiting<R, A>[]);
    }
    running = undefined;
  }

  function enter(waiting: Waiting<R, A> | (() => Promise<void>)): void {
    queue.push(waiting);
    running ??= run();
  }

  return {
    submit: (request) =>
      new Promise((resolve, reject) => {
        if (closedBy) reject(closedBy);
        else enter({ request, resolve, reject });
      }),
    alone: (work) =>
      new Promise((resolve, reject) => {
        if (closedBy) reject(closedBy);
        else enter(() => work().then(resolve, reject));
      }),
    close: async (closed) => {
      closedBy ??= closed;
      await running;
    },
  };
}
