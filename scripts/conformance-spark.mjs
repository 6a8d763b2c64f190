import { join } from "node:path";
import { root } from "./run-command.mjs";
import { announce, installPackages, installRust } from "./setup.mjs";
import { installSpark, must } from "./spark-venv.mjs";

// Runs the examples and the conformance programs on the real Apache Spark and on the command line,
// and compares: `npm run conformance:spark`, or `npm run conformance:spark -- -g seed_` for some.

try {
  await installPackages();
  await installRust();
  await installSpark();
  announce("Building the command line");
  await must("cargo", ["build", "--release", "--package", "brooklet-cli"], 15);
  announce("Comparing with Spark");
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  const args = ["test", "--config", "tests/spark/playwright.config.ts", ...process.argv.slice(2)];
  await must(process.execPath, [playwright, ...args], 120);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
