import { test } from "@playwright/test";
import { runNative } from "../tests/conformance/native-body.js";
import { measure, readBenchmarks } from "./measure.js";

for (const benchmark of readBenchmarks()) {
  test(benchmark.name, async () => {
    await measure(benchmark, runNative);
  });
}
