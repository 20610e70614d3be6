import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["x-source"] } },
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000 },
});
