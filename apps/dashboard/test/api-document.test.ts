import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { routes } from "./routes.ts";
import { ask } from "./ask.ts";
import { open, site } from "./visit.ts";
import { sideways, violations } from "./violations.ts";

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, unknown>; parameters?: { name: string }[] }>>;
  components: { schemas: Record<string, object> };
};

let document: Document;
beforeAll(async () => {
  document = (await ask(site(), "/api/openapi.json")).json;
});

describe("the description of the interface", () => {
  it("is OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it("holds schemas that can be checked by", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const schema of Object.values(document.components.schemas)) expect(() => ajv.compile(schema)).not.toThrow();
  });

  it("says of every operation what any request may meet", () => {
    for (const methods of Object.values(document.paths))
      for (const { responses } of Object.values(methods))
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(["403", "405", "429", "503"]));
  });

  it("holds both ways to say which entry of a stream was seen last", () => {
    const { parameters } = document.paths["/api/cases/{case}/stream"]!["get"]!;
    expect(parameters!.map(({ name }) => name)).toEqual(["case", "Last-Event-ID", "after"]);
  });

  it("holds every address under /api, /healthz and /metrics with its methods, and no other", () => {
    const told = new Set(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    const views = Object.keys(document.paths).filter((path) => /^\/api\/cases\/\{case\}\/(?!stream)\w+$/.test(path));
    expect(views.length).toBeGreaterThan(8);
    const served = routes()
      .filter(({ id }) => /^\/(?:api|healthz|metrics)(?:\/|$)/.test(id))
      .flatMap(({ id, methods }) => {
        const path = id.replaceAll("[", "{").replaceAll("]", "}");
        const paths = path === "/api/cases/{case}/{view}" ? views : [path];
        return paths.flatMap((one) => methods.map((method) => `${method} ${one}`));
      });
    expect([...told].toSorted()).toEqual(served.toSorted());
  });
});

describe("the page of the interface", () => {
  it("shows every operation, and is for everybody, wide, narrow, light and dark", async () => {
    const { page, wrong, close } = await open();
    await page.goto("/api");
    const shown = await page.locator("article h3").allInnerTexts();
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(shown.map((text) => text.replaceAll(/\s+/g, " ")).toSorted()).toEqual(told.toSorted());
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sideways(page)).toBe(0);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await close();
  });

  it("holds examples that work as they are typed", async () => {
    const { page, close } = await open();
    await page.goto("/api");
    const examples = await page.locator("article pre").allInnerTexts();
    for (const example of examples.filter((text) => !/ -X | -N /.test(text))) {
      const [, address] = /'([^']+)'/.exec(example)!;
      const { status } = await ask(site(), address!.slice(site().length));
      expect(`${status} ${address}`).toBe(`200 ${address}`);
    }
    await close();
  });
});
