import { sql, type CreateTableBuilder, type Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import type { EngineName } from "./engine.ts";

/** Every step the tables have taken, forward only; a step that has been released is never edited. */
function migrations(engine: EngineName): Record<string, Migration> {
  return { "0001-ledger": { up: (db) => ledger(db as Kysely<never>, engine) } };
}

/** Brings a database to the newest tables, whatever it has. */
export async function migrate<T>(db: Kysely<T>, engine: EngineName): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Whether a database has the newest tables. */
export async function isMigrated<T>(db: Kysely<T>, engine: EngineName): Promise<boolean> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } });
  return (await migrator.getMigrations()).every(({ executedAt }) => executedAt !== undefined);
}

async function ledger(db: Kysely<never>, engine: EngineName): Promise<void> {
  const table = (name: string) =>
    db.schema.createTable(name).addColumn("case_id", "text", (column) => column.notNull());
  const clustered = <T extends string, C extends string>(builder: CreateTableBuilder<T, C>) =>
    engine === "sqlite" ? builder.modifyEnd(sql`without rowid`) : builder;

  await table("cases")
    .addColumn("length", "integer", (column) => column.notNull())
    .addColumn("head", "text", (column) => column.notNull())
    .addColumn("recorded", "text", (column) => column.notNull())
    .addColumn("settled", "integer", (column) => column.notNull())
    .addColumn("known_through", "integer", (column) => column.notNull())
    .addColumn("loaded", "text")
    .addColumn("came_with", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("cases_key", ["case_id"])
    .execute();

  await table("entries")
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("record", "text", (column) => column.notNull())
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("recorded", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("previous", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("body", "text")
    .addPrimaryKeyConstraint("entries_key", ["case_id", "sequence"])
    .execute();
  await db.schema
    .createIndex("entries_by_record")
    .on("entries")
    .columns(["case_id", "kind", "record", "sequence"])
    .execute();

  await clustered(
    table("records")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("record", "text", (column) => column.notNull())
      .addColumn("place", "integer", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("records_key", ["case_id", "kind", "record"]),
  ).execute();
  await db.schema
    .createIndex("records_by_place")
    .on("records")
    .columns(["case_id", "kind", "place", "version"])
    .execute();

  await clustered(
    table("event_references")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("events", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("event_references_key", ["case_id", "kind", "id"]),
  ).execute();

  await clustered(
    table("keys")
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .addColumn("first", "integer", (column) => column.notNull())
      .addColumn("last", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("keys_key", ["case_id", "key"]),
  ).execute();

  await clustered(
    table("shifts")
      .addColumn("event", "text", (column) => column.notNull())
      .addColumn("factor", "text", (column) => column.notNull())
      .addColumn("known_from", "integer", (column) => column.notNull())
      .addColumn("known_until", "integer", (column) => column.notNull())
      .addColumn("start_day", "integer", (column) => column.notNull())
      .addColumn("end_day", "integer", (column) => column.notNull())
      .addColumn("lasting", "integer", (column) => column.notNull())
      .addColumn("mean", "double precision", (column) => column.notNull())
      .addColumn("variance", "double precision", (column) => column.notNull())
      .addPrimaryKeyConstraint("shifts_key", ["case_id", "event", "factor", "known_from"]),
  ).execute();

  await clustered(
    table("event_days")
      .addColumn("event", "text", (column) => column.notNull())
      .addColumn("start_day", "integer", (column) => column.notNull())
      .addColumn("end_day", "integer", (column) => column.notNull())
      .addColumn("known_from", "integer", (column) => column.notNull())
      .addColumn("expected", "integer", (column) => column.notNull())
      .addColumn("sets", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("event_days_key", ["case_id", "event"]),
  ).execute();
  await db.schema
    .createIndex("event_days_by_end")
    .on("event_days")
    .columns(["case_id", "end_day", "start_day", "known_from", "event"])
    .execute();
  await db.schema
    .createIndex("event_days_by_start")
    .on("event_days")
    .columns(["case_id", "expected", "start_day", "known_from"])
    .execute();
  await db.schema
    .createIndex("event_days_held")
    .on("event_days")
    .columns(["case_id", "sets", "expected", "event"])
    .execute();

  await clustered(
    table("sums")
      .addColumn("factor", "text", (column) => column.notNull())
      .addColumn("lasting", "integer", (column) => column.notNull())
      .addColumn("start_day", "integer", (column) => column.notNull())
      .addColumn("end_day", "integer", (column) => column.notNull())
      .addColumn("mean", "bigint", (column) => column.notNull())
      .addColumn("variance", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("sums_key", ["case_id", "factor", "lasting", "start_day", "end_day"]),
  ).execute();
}
