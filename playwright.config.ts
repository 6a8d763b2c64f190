import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const chromium = findChromium();

export default defineConfig<object, { isolated: boolean }>({
  testMatch: "*.spec.ts",
  outputDir: "tests/browser/results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 5_000 },
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
    { name: "page", testDir: "tests/browser", use: { isolated: true } },
    {
      name: "page without isolation",
      testDir: "tests/browser",
      testMatch: "real-engine.spec.ts",
      use: { isolated: false },
    },
  ],
});
