import { join } from "node:path";
import { root } from "./run-command.mjs";
import { announce, installPackages, installRust } from "./setup.mjs";
import { installSpark, must, sparkPython } from "./spark-venv.mjs";

// Runs the examples in PySpark's own docstrings on the command line, and compares with what stands there:
// `npm run conformance:doctests`, or `npm run conformance:doctests -- RDD.map` for some.

try {
  await installPackages();
  await installRust();
  await installSpark();
  announce("Building the command line");
  await must("cargo", ["build", "--release", "--package", "brooklet-cli"], 15);
  announce("Comparing with the docstrings");
  const brooklet = join(root, "target", "release", "brooklet");
  await must(sparkPython, [join(root, "tests/doctests/run.py"), brooklet, ...process.argv.slice(2)], 30);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
