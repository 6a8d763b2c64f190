import { engineWorkerUrl, runInBrowser } from "../tests/conformance/browser-body.js";
import { test } from "../tests/conformance/engine-page.js";
import { linearRegression } from "./by-hand/linear_regression.js";
import { measure, noteFastest, readBenchmarks } from "./measure.js";

/** What some of the programs are in hand-written JavaScript, run in the same page. */
const byHand: Record<string, () => unknown> = { linear_regression: linearRegression };

for (const benchmark of readBenchmarks()) {
  test(benchmark.name, async ({ enginePage, isolated }) => {
    const body = isolated ? "threads" : "single";
    await measure(benchmark, (program, timeoutMs) =>
      runInBrowser(enginePage, engineWorkerUrl(), body, program, timeoutMs),
    );
  });
  const twin = byHand[benchmark.name];
  if (twin === undefined) continue;
  test(`${benchmark.name} by hand`, async ({ enginePage }) => {
    await noteFastest(benchmark.records, () => enginePage.evaluate(twin));
  });
}
