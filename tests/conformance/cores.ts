import { type ConformanceCase, readCorpus } from "./corpus.js";
import { runNative } from "./native-body.js";
import type { Outcome } from "./outcome.js";

/** The `local[N]` with which every program runs, besides the one that Spark ran it with. */
export const CORES = [1, 2, 4, 8];

/** No case of the corpus needs a second; this is for a loaded machine. */
export const CASE_TIMEOUT_MS = 20_000;

/** Every case as it runs with so many cores; a program that names its master keeps it. */
export function corpusWithCores(cores: number): ConformanceCase[] {
  return readCorpus().map((one) => ({ ...one, meta: { ...one.meta, cores } }));
}

/** What must be the same wherever a program runs, whatever its folder is called. */
export function visible({ folder, stdout, exitCode }: Outcome): string {
  const text = folder === "" ? stdout : stdout.replaceAll(folder, "");
  return `exit code ${exitCode}\n${text}`;
}

/** What the command line prints on one thread: what all others are compared with. */
export async function onOneThread(conformanceCase: ConformanceCase): Promise<string> {
  return visible(await runNative(conformanceCase, CASE_TIMEOUT_MS, { threads: 1, timeFormat: "date" }));
}
