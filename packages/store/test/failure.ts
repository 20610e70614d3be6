import { expect } from "vitest";

/** The failure that a promise ends in, which has to be of a kind. */
export async function failure<E extends Error>(
  promise: Promise<unknown>,
  kind: new (...args: never[]) => E,
): Promise<E> {
  const error: unknown = await promise.then(
    () => expect.unreachable("expected a failure"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(kind);
  return error as E;
}
