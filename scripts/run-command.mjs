import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A fresh installation of rustup is on the path only after the next login. */
const PATH = [process.env.PATH ?? "", join(homedir(), ".cargo", "bin")].join(delimiter);

/** @type {Set<() => void>} ends the processes that run */
const running = new Set();

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    for (const end of running) end();
    process.exit(130);
  });
}

/**
 * Runs a command in the project's folder, its output passed on as it comes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ minutes?: number, env?: Record<string, string>, quiet?: boolean, onOutput?: (text: string) => void }} [options]
 *   `minutes`: after which it is ended; `quiet`: nothing is passed on; `onOutput`: also gets its output
 * @returns {Promise<string | null>} null when it succeeded, otherwise why it did not
 */
export function runCommand(command, args, { minutes = 10, env = {}, quiet = false, onOutput } = {}) {
  return new Promise((resolve) => {
    const piped = quiet || onOutput !== undefined;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH, ...env },
      stdio: ["ignore", piped ? "pipe" : "inherit", quiet ? "ignore" : "inherit"],
      // A group of its own, so that its children end with it.
      detached: process.platform !== "win32",
    });
    const end = () => {
      try {
        if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
        else process.kill(-child.pid, "SIGKILL");
      } catch {
        // It ended by itself in the meantime.
      }
    };
    let overtime = false;
    const timer = setTimeout(() => {
      overtime = true;
      end();
    }, minutes * 60_000);
    /** @param {string | null} failure */
    const finish = (failure) => {
      clearTimeout(timer);
      running.delete(end);
      resolve(failure);
    };
    running.add(end);
    child.stdout?.setEncoding("utf8");
    child.stdout?.on("data", (/** @type {string} */ text) => {
      if (!quiet) process.stdout.write(text);
      onOutput?.(text);
    });
    child.on("error", (error) => finish(`${command} could not be started: ${error.message}`));
    child.on("close", (code, signal) => {
      if (overtime) finish(`took longer than ${minutes} minutes and was ended`);
      else if (code === 0) finish(null);
      else finish(code === null ? `was ended by ${signal}` : `exit code ${code}`);
    });
  });
}

/**
 * What a command prints; null when it fails or is not there.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<string | null>}
 */
export async function outputOf(command, args) {
  let output = "";
  const failure = await runCommand(command, args, {
    quiet: true,
    onOutput: (text) => {
      output += text;
    },
  });
  return failure === null ? output : null;
}
