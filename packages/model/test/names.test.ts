import { describe, expect, it } from "vitest";
import * as model from "../src/index.ts";
import * as words from "../src/words/index.ts";

describe("the names that the package exports", () => {
  it("stay, unless they are changed on purpose", () => {
    expect(Object.keys(model).toSorted()).toMatchSnapshot();
    expect(Object.keys(words).toSorted()).toMatchSnapshot();
  });
});
