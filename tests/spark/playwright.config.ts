import { defineConfig } from "@playwright/test";

/** The comparison with the real Spark; `npm run conformance:spark` makes what it needs. */
export default defineConfig({
  testDir: ".",
  testMatch: "spark.spec.ts",
  outputDir: "../browser/results",
  workers: 1,
  timeout: 330_000,
  reporter: [["../table-reporter.ts"]],
});
