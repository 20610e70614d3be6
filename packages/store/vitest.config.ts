import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["x-source"] } },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
