import { describe, expect, it } from "vitest";
import { problemText } from "../../src/index.ts";
import { readRecord } from "../../src/ledger/index.ts";
import { smallData } from "../small-study.ts";

describe("readRecord", () => {
  it("gives a record that fits its schema", () => {
    expect(readRecord("events", smallData.events[0], "sortie").record).toEqual(smallData.events[0]);
    expect(readRecord("case", smallData.case, "small").record).toEqual(smallData.case);
  });

  it("names every problem by the record's id and the place in it", () => {
    const { problems } = readRecord("events", { ...smallData.events[0], kind: "asault", whem: 1 }, "sortie");
    expect(problems!.map(problemText)).toEqual([
      expect.stringMatching(/^at sortie\.kind: expected one of .*: asault \(did you mean assault\?\)$/),
      "at sortie.whem: unknown key: whem (did you mean when?)",
    ]);
  });
});
