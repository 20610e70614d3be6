import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ["x-source", "svelte", "browser", "module", "development|production"] },
  server: { fs: { allow: ["../../.."] } },
});
