import { expect, it } from "vitest";
import { recordKinds } from "../../src/index.ts";
import { kindName } from "../../src/words/index.ts";

it("calls one record of a kind by a name of its own", () => {
  expect(kindName("judgements")).toBe("judgement");
  expect(kindName("case")).toBe("frame");
  expect(new Set(recordKinds.map(kindName)).size).toBe(recordKinds.length);
});
