import { engineWorkerUrl, runInBrowser } from "./browser-body.js";
import { readCorpus } from "./corpus.js";
import { test } from "./engine-page.js";
import { expectConformance } from "./expect-conformance.js";

for (const conformanceCase of readCorpus()) {
  test(conformanceCase.name, async ({ enginePage, isolated }) => {
    const body = isolated ? "threads" : "single";
    await expectConformance(conformanceCase, (conformanceCase, timeoutMs) =>
      runInBrowser(enginePage, engineWorkerUrl(), body, conformanceCase, timeoutMs),
    );
  });
}
