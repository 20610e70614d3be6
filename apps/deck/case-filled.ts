import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { filled } from "./filled.ts";

const casesFolder = fileURLToPath(new URL("../../packages/cases/", import.meta.url));

/** While developing: the page comes filled with the case folder that MIZAN_DECK_CASE names, and opens at `/`. */
export function caseFilled(): Plugin {
  return {
    name: "mizan:case-filled",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.split("?")[0] === "/") request.url = request.url.replace("/", "/deck.html");
        next();
      });
    },
    transformIndexHtml: {
      order: "pre",
      async handler(page, { server }) {
        if (!server) return page;
        const { loadCase } = (await server.ssrLoadModule("@mizan/cases")) as typeof import("@mizan/cases");
        const { isoDate, lastDay } = (await server.ssrLoadModule("@mizan/model")) as typeof import("@mizan/model");
        const name = process.env["MIZAN_DECK_CASE"] ?? "khadimi-kh-2020";
        const { study } = await loadCase(name.includes("/") ? name : casesFolder + name);
        return filled(page, { study, asOf: isoDate(lastDay(study, Math.floor(Date.now() / 86_400_000))) });
      },
    },
  };
}
