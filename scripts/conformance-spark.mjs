import { existsSync } from "node:fs";
import { join } from "node:path";
import { outputOf, root, runCommand } from "./run-command.mjs";
import { announce, installPackages, installRust, Missing } from "./setup.mjs";

// Runs the examples and the conformance programs on the real Apache Spark and on the command line,
// and compares: `npm run conformance:spark`, or `npm run conformance:spark -- -g seed_` for some.

const venv = join(root, "target", "spark-venv");
const python = join(venv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

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

/** Makes a virtual environment with the pinned Spark. */
async function installSpark() {
  if ((await outputOf("java", ["-version"])) === null) {
    throw new Missing("Java is missing: install Java 17, which Spark runs on.");
  }
  const versions = await Promise.all(["python3.11", "python3"].map((name) => outputOf(name, ["--version"])));
  const name = ["python3.11", "python3"].find((_, index) => versions[index]?.startsWith("Python 3.11"));
  if (name === undefined) throw new Missing("Python 3.11 is missing: it is the one whose output is compared.");
  if (!existsSync(python)) {
    announce("Making a virtual environment for Spark");
    await must(name, ["-m", "venv", venv], 5);
  }
  announce("Installing the pinned Spark");
  await must(python, ["-m", "pip", "install", "--quiet", "-r", join(root, "tests/spark/requirements.txt")], 30);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} minutes
 */
async function must(command, args, minutes) {
  const failure = await runCommand(command, args, { minutes, env: { BROOKLET_SPARK_PYTHON: python } });
  if (failure !== null) throw new Error(`${command} ${failure}`);
}
