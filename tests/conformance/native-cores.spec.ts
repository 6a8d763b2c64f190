import { expect, test } from "@playwright/test";
import { CASE_TIMEOUT_MS, CORES, corpusWithCores, onOneThread, visible } from "./cores.js";
import { runNative } from "./native-body.js";

for (const cores of CORES) {
  test(`local[${cores}] is the same on 1, 2 and 4 threads`, async () => {
    test.setTimeout(300_000);
    for (const conformanceCase of corpusWithCores(cores)) {
      const expected = await onOneThread(conformanceCase);
      for (const threads of [2, 4]) {
        const outcome = await runNative(conformanceCase, CASE_TIMEOUT_MS, { threads, timeFormat: "date" });
        expect(visible(outcome), `${conformanceCase.name} on ${threads} threads`).toBe(expected);
      }
    }
  });
}
