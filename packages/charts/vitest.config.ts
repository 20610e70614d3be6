import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ["x-source", "svelte"] },
  ssr: { resolve: { conditions: ["x-source", "svelte"] } },
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000 },
});
