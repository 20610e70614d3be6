import { describe, expect, it } from "vitest";
import { policy } from "../src/lib/server/policy.ts";
import { routes } from "./routes.ts";

const served = new Map(routes().map(({ id, methods }) => [id, methods]));

describe("the policy", () => {
  it("lists every route that there is", () => {
    expect([...served.keys()].filter((id) => !(id in policy))).toEqual([]);
  });

  it("lists no route that there is not", () => {
    expect(Object.keys(policy).filter((id) => !served.has(id))).toEqual([]);
  });

  it.each(Object.entries(policy))("lets through to %s what it answers to, and no more", (id, methods) => {
    expect(methods.filter((method) => method !== "HEAD").toSorted()).toEqual(served.get(id) ?? []);
    if (methods.includes("HEAD")) expect(methods).toContain("GET");
  });
});
