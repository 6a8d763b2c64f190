import { test } from "@playwright/test";
import { compareOutcome } from "./compare-outcome.js";
import { type ConformanceCase, readPending } from "./corpus.js";
import type { Outcome } from "./outcome.js";

/** No case of the corpus needs a second; this is for a loaded machine. */
const CASE_TIMEOUT_MS = 20_000;

const pending = readPending();

/** Passes when a body does what Spark did; a case of `pending.txt` has to fail. */
export async function expectConformance(
  conformanceCase: ConformanceCase,
  run: (conformanceCase: ConformanceCase, timeoutMs: number) => Promise<Outcome>,
): Promise<void> {
  test.fail(pending.has(conformanceCase.name), "listed in pending.txt");
  const differences = compareOutcome(conformanceCase, await run(conformanceCase, CASE_TIMEOUT_MS));
  if (differences.length > 0) throw new Error(differences.join("\n"));
}
