import { existsSync } from "node:fs";
import { join } from "node:path";
import { outputOf, root, runCommand } from "./run-command.mjs";
import { announce, Missing } from "./setup.mjs";

const folder = join(root, "target", "spark-venv");

/** The Python in whose virtual environment the pinned Spark is. */
export const sparkPython = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/** Makes a virtual environment with the pinned Spark. */
export async function installSpark() {
  if ((await outputOf("java", ["-version"])) === null) {
    throw new Missing("Java is missing: install Java 17, which Spark runs on.");
  }
  const versions = await Promise.all(["python3.11", "python3"].map((name) => outputOf(name, ["--version"])));
  const name = ["python3.11", "python3"].find((_, index) => versions[index]?.startsWith("Python 3.11"));
  if (name === undefined) throw new Missing("Python 3.11 is missing: it is the one whose output is compared.");
  if (!existsSync(sparkPython)) {
    announce("Making a virtual environment for Spark");
    await must(name, ["-m", "venv", folder], 5);
  }
  announce("Installing the pinned Spark");
  await must(sparkPython, ["-m", "pip", "install", "--quiet", "-r", join(root, "tests/spark/requirements.txt")], 30);
}

/**
 * Runs a command to its end, with the environment that the comparisons share.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {number} minutes
 * @throws when it fails
 */
export async function must(command, args, minutes) {
  const failure = await runCommand(command, args, { minutes, env: { BROOKLET_SPARK_PYTHON: sparkPython } });
  if (failure !== null) throw new Error(`${command} ${failure}`);
}
