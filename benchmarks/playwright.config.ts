import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.js";

/** `npm run bench`: one program after the other, so that none slows another down. */
export default defineConfig<object, { isolated: boolean }>({
  ...tests,
  outputDir: "../tests/browser/results",
  testMatch: "*.bench.ts",
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  reporter: [["./time-reporter.ts"]],
  projects: [
    { name: "native", testDir: ".", testMatch: "native.bench.ts" },
    { name: "single", testDir: ".", testMatch: "browser.bench.ts", use: { isolated: false } },
    { name: "page", testDir: ".", testMatch: "page.bench.ts", use: { isolated: true } },
    { name: "threads", testDir: ".", testMatch: "browser.bench.ts", use: { isolated: true } },
  ],
});
