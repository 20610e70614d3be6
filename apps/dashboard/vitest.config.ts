import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "test/house.ts",
    include: ["test/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
