import { describe, expect, it } from "vitest";
import { groupCommit, type Outcome } from "../src/group-commit.ts";

const closed = new Error("closed");

describe("groupCommit", () => {
  it("commits what waits together, in order", async () => {
    const groups: number[][] = [];
    const commits = groupCommit<number, number>(
      async (requests) => {
        groups.push([...requests]);
        return requests.map((request) => ({ answer: request * 2 }));
      },
      () => false,
    );
    const answers = await Promise.all([1, 2, 3].map((request) => commits.submit(request)));
    expect(answers).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it("fails one that is unfit alone", async () => {
    const commits = groupCommit<number, number>(
      async (requests) =>
        requests.map((request): Outcome<number> => (request < 0 ? { error: new Error("unfit") } : { answer: request })),
      () => false,
    );
    const outcomes = await Promise.allSettled([1, -1, 2].map((request) => commits.submit(request)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("tries each by itself where a group fails, unless that meets all alike", async () => {
    let tries = 0;
    const commit = async (requests: readonly number[]) => {
      tries++;
      if (requests.includes(13)) throw new Error("broken");
      return requests.map((request) => ({ answer: request }));
    };
    const commits = groupCommit<number, number>(commit, () => false);
    const outcomes = await Promise.allSettled([1, 13, 2].map((request) => commits.submit(request)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(tries).toBe(4);
    const alike = groupCommit<number, number>(commit, () => true);
    const all = await Promise.allSettled([1, 13, 2].map((request) => alike.submit(request)));
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(tries).toBe(5);
  });

  it("runs other work alone, between groups", async () => {
    const order: string[] = [];
    const commits = groupCommit<string, void>(
      async (requests) => {
        order.push(requests.join());
        return requests.map(() => ({ answer: undefined }));
      },
      () => false,
    );
    await Promise.all([
      commits.submit("a"),
      commits.submit("b"),
      commits.alone(async () => void order.push("alone")),
      commits.submit("c"),
    ]);
    expect(order).toEqual(["a,b", "alone", "c"]);
  });

  it("finishes what waits when it is closed, and takes nothing more", async () => {
    const commits = groupCommit<number, number>(
      async (requests) => requests.map((request) => ({ answer: request })),
      () => false,
    );
    const waiting = commits.submit(1);
    const closing = commits.close(closed);
    await expect(commits.submit(2)).rejects.toBe(closed);
    await expect(commits.alone(async () => 3)).rejects.toBe(closed);
    await closing;
    expect(await waiting).toBe(1);
  });
});
