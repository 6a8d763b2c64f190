import { basename, join } from "node:path";
import { root, runCommand } from "./run-command.mjs";

/**
 * Fuzzes: `fuzz.mjs [TARGET|all] [SECONDS] [SEED]`, or `fuzz.mjs replay FILE`. The target `link` is the
 * page's and runs under Vitest; the others are `crates/fuzz`.
 */

const [target = "all", ...rest] = process.argv.slice(2);
const isLink = target === "link" || (target === "replay" && basename(rest[0] ?? "").startsWith("link-"));
const [seconds = "60", seed = "1"] = target === "replay" ? [] : rest;
let isFine = true;
if (!isLink) isFine = await isDone("cargo", ["run", "--quiet", "--bin", "brooklet-fuzz", "--", target, ...rest]);
if (isLink || target === "all") {
  const replayed = target === "replay" ? { FUZZ_REPLAY: rest[0] ?? "" } : {};
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  isFine =
    (await isDone(process.execPath, [vitest, "run", "tests/fuzz-links.test.ts"], {
      FUZZ_SECONDS: seconds,
      FUZZ_SEED: seed,
      ...replayed,
    })) && isFine;
}
process.exitCode = isFine ? 0 : 1;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function isDone(command, args, env = {}) {
  return (await runCommand(command, args, { env })) === null;
}
