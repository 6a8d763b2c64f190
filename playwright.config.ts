import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const chromium = findChromium();

export default defineConfig<object, { isolated: boolean }>({
  testMatch: "*.spec.ts",
  outputDir: "tests/browser/results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // Long enough for the slowest machine: who waits for less pays nothing.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["./tests/table-reporter.ts"]],
  use: {
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "native", testDir: "tests/conformance", testMatch: ["native.spec.ts", "native-cores.spec.ts"] },
    {
      name: "single",
      testDir: "tests/conformance",
      testMatch: ["browser.spec.ts", "browser-cores.spec.ts"],
      use: { isolated: false },
    },
    {
      name: "threads",
      testDir: "tests/conformance",
      testMatch: ["browser.spec.ts", "browser-cores.spec.ts"],
      use: { isolated: true },
    },
    // A page is looked at while it works: a look that came too early is tried again, and named at the end.
    { name: "page", testDir: "tests/browser", retries: 1, use: { isolated: true } },
    {
      name: "page without isolation",
      testDir: "tests/browser",
      testMatch: "real-engine.spec.ts",
      retries: 1,
      use: { isolated: false },
    },
  ],
});
