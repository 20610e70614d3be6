/** How far a long computation is: what it has counted, and the part that is done, 0 to 1. */
export interface Progress {
  count: number;
  share: number;
}

/** A long computation that pauses now and then to say how far it is. */
export type Task<Result> = Generator<Progress, Result, void>;

/** How to run a task beside other work. */
export interface RunOptions {
  /** An AbortSignal; cancels the task between two slices. */
  signal?: { throwIfAborted(): void } | undefined;
  /** Told how far the task is, once a slice. */
  onprogress?: ((progress: Progress) => void) | undefined;
  /** Milliseconds of work between two pauses; default 12, less than a frame of the screen. */
  sliceMs?: number;
}

declare const performance: { now(): number };
declare function setTimeout(resume: () => void, ms: number): unknown;

/** Runs a task to its end in one go. Throws what the task throws. */
export function finish<Result>(task: Task<Result>): Result {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs a task in slices, so that the page or process stays responsive between them. Rejects with the signal's reason when
 * it is cancelled, and the task then does no more; rejects with what the task throws.
 */
export async function run<Result>(
  task: Task<Result>,
  { signal, onprogress, sliceMs = 12 }: RunOptions = {},
): Promise<Result> {
  for (;;) {
    const until = performance.now() + sliceMs;
    let step;
    do {
      signal?.throwIfAborted();
      step = task.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    onprogress?.(step.value);
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
}
