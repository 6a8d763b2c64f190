import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import type { ConformanceCase } from "../tests/conformance/corpus.js";
import type { Outcome } from "../tests/conformance/outcome.js";

/** How often a program runs; the fastest run counts. */
const RUNS = 3;

const TIMEOUT_MS = 90_000;

/** A program to measure; its first line says how many records it reads. */
export interface Benchmark {
  name: string;
  records: number;
  program: ConformanceCase;
}

/** All benchmarks, by name. */
export function readBenchmarks(): Benchmark[] {
  const folder = fileURLToPath(new URL("programs", import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => {
      const name = basename(file, ".py");
      const text = readFileSync(join(folder, file), "utf8");
      const records = Number(/^# records: (\d+)$/m.exec(text)?.[1]);
      if (!(records > 0)) throw new Error(`${file} does not say how many records it reads`);
      const meta = { name, cores: 4, interval_ms: null, files: [], exit_code: 0, compare: {} };
      return { name, records, program: { name, folder, file, program: text, expected: "", meta, feeds: [] } };
    });
}

/** Runs a program a few times and notes the fastest. */
export async function measure(
  { records, program }: Benchmark,
  run: (program: ConformanceCase, timeoutMs: number) => Promise<Outcome>,
): Promise<void> {
  await noteFastest(records, async () => {
    const { exitCode, stderr } = await run(program, TIMEOUT_MS);
    if (exitCode !== 0) throw new Error(`it ended with ${exitCode}: ${stderr}`);
  });
}

/** Runs anything that reads so many records a few times and notes the fastest. */
export async function noteFastest(records: number, run: () => Promise<unknown>): Promise<void> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const started = performance.now();
    await run();
    fastest = Math.min(fastest, performance.now() - started);
  }
  const rate = Math.round(records / (fastest / 1000)).toLocaleString("en");
  test.info().annotations.push({ type: "time", description: `${Math.round(fastest)} ms, ${rate} records/s` });
}
