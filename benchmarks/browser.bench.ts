import { engineWorkerUrl, runInBrowser } from "../tests/conformance/browser-body.js";
import { test } from "../tests/conformance/engine-page.js";
import { measure, readBenchmarks } from "./measure.js";

for (const benchmark of readBenchmarks()) {
  test(benchmark.name, async ({ enginePage, isolated }) => {
    const body = isolated ? "threads" : "single";
    await measure(benchmark, (program, timeoutMs) =>
      runInBrowser(enginePage, engineWorkerUrl(), body, program, timeoutMs),
    );
  });
}
