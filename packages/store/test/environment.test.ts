import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { authorName, ledgerPlace, pathFrom } from "../src/environment.ts";

describe("the environment", () => {
  it("places a path where the command was called, and an absolute one where it is", () => {
    expect(pathFrom({ INIT_CWD: "/called" }, "data")).toBe("/called/data");
    expect(pathFrom({ INIT_CWD: "/called" }, "/data")).toBe("/data");
    expect(pathFrom({}, "data")).toBe(join(process.cwd(), "data"));
  });

  it("names a folder, or a database with a folder beside it", () => {
    const called = { INIT_CWD: "/called", MIZAN_LARGEST_BYTES: "1000" };
    expect(ledgerPlace({ ...called, MIZAN_DATA: "" })).toEqual({ folder: "/called/data", largestBytes: 1000 });
    const url = "postgres://localhost/mizan";
    expect(ledgerPlace({ ...called, MIZAN_DATABASE_URL: url, MIZAN_DATA: "/kept" })).toEqual({ url, folder: "/kept" });
  });

  it("names an author, whoever runs the process", () => {
    expect(authorName({ MIZAN_AUTHOR: " analyst " })).toBe("analyst");
    expect(authorName({ MIZAN_AUTHOR: " " })).not.toBe("");
  });
});
