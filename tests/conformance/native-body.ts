import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AWAIT_SECONDS, type ConformanceCase } from "./corpus.js";
import type { Outcome } from "./outcome.js";

const executable = fileURLToPath(
  new URL(`../../target/release/brooklet${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
);

/** Runs a case on the command line, in a fresh folder that holds the case's data files. */
export async function runNative(conformanceCase: ConformanceCase, timeoutMs: number): Promise<Outcome> {
  if (!existsSync(executable)) throw new Error("the command line is not built: cargo build --release -p brooklet-cli");
  const { folder, file, meta } = conformanceCase;
  const cwd = mkdtempSync(join(tmpdir(), "brooklet-"));
  try {
    for (const name of meta.files) copyFileSync(join(folder, name), join(cwd, name));
    const options = ["--master", `local[${meta.cores}]`, "--time-format", "batch", "--cwd", cwd];
    return await run(["run", join(folder, file), ...options, "--await", String(AWAIT_SECONDS)], timeoutMs);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function run(args: string[], timeoutMs: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`did not end within ${timeoutMs / 1000} s; it printed:\n${Buffer.concat(stdout)}`));
    }, timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === null) {
        reject(new Error(`killed by ${signal}; stderr:\n${Buffer.concat(stderr)}`));
        return;
      }
      resolve({
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        exitCode: code,
        reported: null,
      });
    });
  });
}
