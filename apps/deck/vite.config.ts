import { svelte } from "@sveltejs/vite-plugin-svelte";
import { viteSingleFile } from "vite-plugin-singlefile";
import { defineConfig } from "vitest/config";
import { caseFilled } from "./case-filled.ts";
import { tagsHidden } from "./tags-hidden.ts";

export default defineConfig({
  plugins: [svelte(), tagsHidden(), viteSingleFile(), caseFilled()],
  resolve: { conditions: ["x-source", "svelte", "browser", "module", "import", "default"] },
  ssr: { resolve: { conditions: ["x-source", "node", "import", "default"] } },
  build: { rollupOptions: { input: "deck.html" }, modulePreload: false, target: "es2023" },
  server: { open: false },
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
