import { test } from "@playwright/test";
import { readCorpus } from "./corpus.js";
import { expectConformance } from "./expect-conformance.js";
import { runNative } from "./native-body.js";

for (const conformanceCase of readCorpus()) {
  test(conformanceCase.name, async () => {
    await expectConformance(conformanceCase, runNative);
  });
}
