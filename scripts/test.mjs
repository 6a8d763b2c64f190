import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { typesArguments, viteArguments, wasmArguments } from "./build-page.mjs";
import { root, runCommand } from "./run-command.mjs";
import { announce, installChromium, installPackages, installRust } from "./setup.mjs";

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ title: string, command: string, args: string[], minutes: number, count?: "cargo" | "vitest" | "playwright" }} Step
 */

const scratch = mkdtempSync(join(tmpdir(), "brooklet-test-"));
const countsFile = join(scratch, "counts.json");
const vitestFile = join(scratch, "vitest.json");

const node = process.execPath;
const tool = (/** @type {string} */ path) => join(root, "node_modules", path);
const tsc = tool("typescript/bin/tsc");

/** @type {Step[]} */
const steps = [
  { title: "Rust formatting", command: "cargo", args: ["fmt", "--all", "--check"], minutes: 2 },
  {
    title: "Rust lints",
    command: "cargo",
    args: ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    minutes: 12,
  },
  {
    title: "Rust lints, WebAssembly",
    command: "cargo",
    args: ["clippy", "--package", "brooklet-web", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"],
    minutes: 12,
  },
  {
    title: "Rust tests",
    command: "cargo",
    args: ["test", "--workspace", "--no-fail-fast"],
    minutes: 20,
    count: "cargo",
  },
  {
    title: "Fuzzing of compiler, edits, pickling and patterns",
    command: "cargo",
    args: ["run", "--quiet", "--bin", "brooklet-fuzz", "--", "all", "4", "1"],
    minutes: 10,
  },
  {
    title: "Types of the protocol",
    command: "cargo",
    args: typesArguments,
    minutes: 10,
  },
  { title: "Engine without threads", command: "cargo", args: wasmArguments("single"), minutes: 15 },
  { title: "Engine with threads", command: "cargo", args: wasmArguments("threads"), minutes: 15 },
  { title: "Command line", command: "cargo", args: ["build", "--release", "--package", "brooklet-cli"], minutes: 15 },
  { title: "Types of the tools and tests", command: node, args: [tsc, "-p", "tsconfig.json"], minutes: 3 },
  { title: "Types of the page", command: node, args: [tsc, "-p", "web/tsconfig.json"], minutes: 3 },
  { title: "Types of the worker", command: node, args: [tsc, "-p", "web/src/worker/tsconfig.json"], minutes: 3 },
  {
    title: "Lints of the page",
    command: node,
    args: [tool("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"],
    minutes: 3,
  },
  {
    title: "Structure of the sources",
    command: node,
    args: [join(root, "scripts", "check-structure.mjs")],
    minutes: 1,
  },
  {
    title: "Unit tests of the page",
    command: node,
    args: [
      tool("vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestFile}`,
    ],
    minutes: 5,
    count: "vitest",
  },
  {
    title: "Reference page",
    command: "cargo",
    args: ["run", "--quiet", "--bin", "xtask", "--", "reference", "--check"],
    minutes: 10,
  },
  { title: "Build of the page", command: node, args: viteArguments, minutes: 5 },
  { title: "Bytes of the page", command: node, args: [join(root, "scripts", "check-sizes.mjs")], minutes: 1 },
  {
    title: "Conformance and end-to-end tests",
    command: node,
    args: [tool("@playwright/test/cli.js"), "test"],
    minutes: 25,
    count: "playwright",
  },
];

/** `npm test -- lints page` runs only the steps whose titles have one of these words. */
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = steps.filter(
  ({ title }) => words.length === 0 || words.some((word) => title.toLowerCase().includes(word)),
);

process.exitCode = (await main()) ? 0 : 1;

/** Runs every chosen step, also after one that failed, and says how many tests passed and failed. */
async function main() {
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const report = [];
  try {
    await installPackages();
    await installRust();
    await installChromium();
    for (const [index, step] of chosen.entries()) {
      announce(`[${index + 1}/${chosen.length}] ${step.title}`);
      const started = Date.now();
      const { failure, passed, failed } = await runStep(step);
      total.passed += passed;
      total.failed += failed;
      const seconds = Math.round((Date.now() - started) / 1000);
      report.push(
        `${failure === null ? "ok  " : "FAIL"} ${step.title}, ${seconds} s${failure === null ? "" : `: ${failure}`}`,
      );
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(`\n${report.join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

/**
 * A step that counts no tests of its own is one test; a failure that no test accounts for is one more.
 *
 * @param {Step} step
 */
async function runStep({ command, args, minutes, count }) {
  let output = "";
  const failure = await runCommand(command, args, {
    minutes,
    env: { BROOKLET_COUNTS: countsFile },
    ...(count === "cargo" && {
      onOutput: (/** @type {string} */ text) => {
        output += text;
      },
    }),
  });
  const counts = count ? readCounts(count, output) : { passed: failure === null ? 1 : 0, failed: 0 };
  const unaccounted = failure !== null && counts.failed === 0 ? 1 : 0;
  return { failure, passed: counts.passed, failed: counts.failed + unaccounted };
}

/**
 * @param {"cargo" | "vitest" | "playwright"} from
 * @param {string} output
 * @returns {Counts}
 */
function readCounts(from, output) {
  const counts = { passed: 0, failed: 0 };
  if (from === "cargo") {
    for (const [, passed, failed] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)) {
      counts.passed += Number(passed);
      counts.failed += Number(failed);
    }
    return counts;
  }
  try {
    if (from === "playwright") return JSON.parse(readFileSync(countsFile, "utf8"));
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(vitestFile, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    // The tool ended before it could count.
    return counts;
  }
}
