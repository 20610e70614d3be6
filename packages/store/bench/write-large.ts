import process from "node:process";
import { balanceAt, dayOf } from "@mizan/model";
import { openStore } from "../src/index.ts";
import { largeCase } from "./large-case.ts";

// Writes the large case into the ledger that the arguments name (FOLDER [URL]), and prints its index on its last day.
const [folder = "", url] = process.argv.slice(2);
const study = largeCase("large", Number(process.env["MIZAN_BENCH_EVENTS"] ?? 1_000_000));
const store = await openStore(url ? { url, folder } : { folder });
await store.load(study, { author: "bench" });
await store.close();
console.log(balanceAt(study, { asOf: dayOf("2020-12-31") }).index!.index);
