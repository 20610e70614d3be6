import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newDatabase, startServer as startPostgres, type PostgresServer } from "@mizan/store/postgres-server";
import { ask } from "./ask.ts";
import { heads } from "./hostile.ts";
import { startServer, stopServer } from "./house.ts";
import { follow } from "./stream-reader.ts";
import { amend, logEvent } from "./write.ts";

const under = "/api/cases/khadimi-kh-2020";
let postgres: PostgresServer;
let one: { site: string; child: ChildProcess };
let two: { site: string; child: ChildProcess };
beforeAll(async () => {
  postgres = await startPostgres(["fsync=off", "max_connections=100"]);
  const env = { MIZAN_DATABASE_URL: await newDatabase(postgres.url), MIZAN_WRITES_PER_MINUTE: "100000" };
  [one, two] = await Promise.all([startServer(env), startServer({ ...env, MIZAN_AUTHOR: "colleague" })]);
});
afterAll(async () => {
  await Promise.all([one, two].map(({ child }) => stopServer(child)));
  await postgres.stop();
});

describe("two servers on one database", () => {
  it("take the case folders in once, though they start together", async () => {
    expect(await heads(one.site)).toEqual(await heads(two.site));
    const { json } = await ask(one.site, under);
    expect(json.ledger.sequence).toBe(json.ledger.cameWith);
  });

  it("show each other's writes in reads, pages and streams", async () => {
    const stream = await follow(two.site, "khadimi-kh-2020");
    const written = await logEvent(one.site, "from-one");
    expect(written.status).toBe(201);
    expect((await ask(two.site, `${under}/records/events/from-one`)).json).toEqual(await written.json());
    await expect.poll(() => stream.events.map(({ data }) => data.record)).toContain("from-one");
    await expect.poll(async () => (await ask(two.site, "/khadimi-kh-2020/events/from-one")).status).toBe(200);
    await expect
      .poll(async () => (await ask(two.site, `${under}/index`)).json.index)
      .toBe((await ask(one.site, `${under}/index`)).json.index);
    const { entries } = (await ask(two.site, `${under}/history?record=from-one`)).json;
    expect(entries).toMatchObject([{ author: "analyst" }]);
    stream.leave();
  });

  it("read at once what they wrote themselves", async () => {
    for (let i = 0; i < 10; i++) {
      await logEvent(one.site, `own-${i}`);
      const { json } = await ask(one.site, `${under}/index`);
      expect(json.contributions.map(({ record }: { record: string }) => record)).toContain(`own-${i}`);
    }
  });

  it("let one of fifty amendments win, wherever they come in", async () => {
    await logEvent(one.site, "shared");
    const { etag } = (await ask(one.site, `${under}/records/events/shared`)).headers;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        ask([one, two][i % 2]!.site, `${under}/records/events/shared`, {
          method: "PATCH",
          headers: { "if-match": etag! },
          body: { summary: `Report ${i}.` },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const stale = answers.filter(({ status }) => status === 412);
    expect(stale).toHaveLength(49);
    for (const { json } of stale) expect(json.difference[0].field).toBe("summary");
    expect((await amend(two.site, "events", "shared", { summary: "Both." })).status).toBe(200);
  });

  it("give each of many writers on both its own place in one chain", async () => {
    const before = (await ask(one.site, under)).json.ledger.sequence;
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 10; i++)
          expect((await logEvent([one, two][writer % 2]!.site, `both-${writer}-${i}`, { effects: [] })).status).toBe(
            201,
          );
      }),
    );
    const { entries } = (await ask(two.site, `${under}/history?after=${before}&limit=1000`)).json;
    expect(new Set(entries.map(({ record }: { record: string }) => record)).size).toBe(entries.length);
    entries.forEach(({ sequence }: { sequence: number }, i: number) => expect(sequence).toBe(before + 1 + i));
  });

  it("raise an alert once", async () => {
    const alerts = async () =>
      (await ask(one.site, `${under}/records/alerts?limit=1000`)).json.records.map(
        ({ record }: { record: { indicator?: string; after: string } }) => record,
      ) as { indicator?: string; after: string }[];
    await logEvent(one.site, "vote-asked", {
      title: { en: "Fatah asks for the vote" },
      kind: "request",
      initiators: ["fatah"],
      targets: ["khadimi"],
      effects: [],
    });
    const raised = async () => (await alerts()).filter(({ indicator }) => indicator === "fatah-asks-for-vote");
    await expect.poll(raised, { timeout: 10_000 }).toMatchObject([{ after: "fired" }]);
    // Both have looked by then; the slower would have raised its own by now.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await raised()).toHaveLength(1);
  });
});
