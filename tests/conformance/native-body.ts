import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AWAIT_SECONDS, type ConformanceCase } from "./corpus.js";
import type { Outcome } from "./outcome.js";

const executable = fileURLToPath(
  new URL(`../../target/release/brooklet${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
);

interface NativeOptions {
  /** How many threads run tasks; one a core when left out. */
  threads?: number;
  /** `batch` as in the recorded outputs, `date` as programs print it. */
  timeFormat?: "batch" | "date";
}

/** Runs a case on the command line, in a fresh folder that holds the case's data files. */
export async function runNative(
  conformanceCase: ConformanceCase,
  timeoutMs: number,
  { threads, timeFormat = "batch" }: NativeOptions = {},
): Promise<Outcome> {
  if (!existsSync(executable)) throw new Error("the command line is not built: cargo build --release -p brooklet-cli");
  const { folder, file, meta, feeds } = conformanceCase;
  const cwd = mkdtempSync(join(tmpdir(), "brooklet-"));
  try {
    for (const name of meta.files) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      copyFileSync(join(folder, name), join(cwd, name));
    }
    const options = ["--master", `local[${meta.cores}]`, "--cwd", cwd];
    if (timeFormat === "batch") options.push("--time-format", "batch");
    if (feeds.length > 0) options.push("--feeds", join(folder, "feeds.json"));
    options.push("--await", String(AWAIT_SECONDS), "--", ...(meta.arguments ?? []));
    const env = threads === undefined ? {} : { RAYON_NUM_THREADS: String(threads) };
    return await run(cwd, ["run", join(folder, file), ...options], timeoutMs, env);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function run(folder: string, args: string[], timeoutMs: number, env: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
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
        folder,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        exitCode: code,
        reported: null,
      });
    });
  });
}
