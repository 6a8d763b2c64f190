import { compareOutcome } from "./compare-outcome.js";
import type { ConformanceCase } from "./corpus.js";
import type { Outcome } from "./outcome.js";

/** No case of the corpus needs a second; this is for a loaded machine. */
const CASE_TIMEOUT_MS = 20_000;

/** Passes when a body does what Spark did. */
export async function expectConformance(
  conformanceCase: ConformanceCase,
  run: (conformanceCase: ConformanceCase, timeoutMs: number) => Promise<Outcome>,
): Promise<void> {
  const differences = compareOutcome(conformanceCase, await run(conformanceCase, CASE_TIMEOUT_MS));
  if (differences.length > 0) throw new Error(differences.join("\n"));
}
