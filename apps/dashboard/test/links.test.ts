import { describe, expect, it } from "vitest";
import { chainLink, longerChain, pageLink, searchLink } from "../src/lib/links.ts";

const at = (text: string) => new URL(text, "http://127.0.0.1");

describe("a link", () => {
  it("to another page keeps the clocks and nothing else", () => {
    expect(pageLink(at("/a/events?asOf=2020-06-27&knownAt=2020-07-01&kind=aid&trace=index"), "a", "actors")).toBe(
      "/a/actors?asOf=2020-06-27&knownAt=2020-07-01",
    );
  });

  it("forgets a clock that was left empty", () => {
    expect(pageLink(at("/a?asOf=2020-06-27&knownAt="), "a")).toBe("/a?asOf=2020-06-27");
  });

  it("writes a case's id as one step of the path", () => {
    expect(pageLink(at("/"), "a/../b?c")).toBe("/a%2F..%2Fb%3Fc");
  });

  it("to a trace stays on the page with its search", () => {
    expect(chainLink(at("/a/events?kind=aid"), ["index", "level/x"])).toBe(
      "/a/events?kind=aid&trace=index&trace=level/x",
    );
  });

  it("to another day closes the panel", () => {
    expect(searchLink(at("/a?asOf=2020-01-01&trace=index"), { asOf: "2020-01-02" })).toBe("/a?asOf=2020-01-02");
  });
});

describe("a chain of traces", () => {
  it("grows at its end", () => {
    expect(longerChain(["index"], "level/x")).toEqual(["index", "level/x"]);
  });

  it("leads back where it has been", () => {
    expect(longerChain(["index", "level/x", "points/y"], "level/x")).toEqual(["index", "level/x"]);
  });
});
