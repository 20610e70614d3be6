/** Lets one task run while the next is being made ready, so that the database works beside this process. */
export interface OneBehind {
  /** Starts a task as soon as the one before is done. */
  hand(task: () => Promise<void>): Promise<void>;
  done(): Promise<void>;
}

export function oneBehind(): OneBehind {
  let last = Promise.resolve();
  return {
    hand: async (task) => {
      await last;
      last = task();
      // Its failure is met by whoever hands over the next, or asks whether all is done.
      last.catch(() => {});
    },
    done: () => last,
  };
}
