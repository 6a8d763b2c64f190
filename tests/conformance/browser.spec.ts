import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { test as base, distFolder } from "../browser/server-fixture.js";
import { runInBrowser } from "./browser-body.js";
import { readCorpus } from "./corpus.js";
import { expectConformance } from "./expect-conformance.js";

const test = base.extend<object, { enginePage: Page }>({
  // One page for all cases: the engine worker is used again and again, as people use it.
  enginePage: [
    async ({ browser, server }, use) => {
      const page = await browser.newPage();
      // Any document of this origin will do, and the answer to a wrong address has nothing else on it.
      await page.goto(`${server.url}/nothing-here`);
      await use(page);
      await page.close();
    },
    { scope: "worker" },
  ],
});

function engineWorkerUrl(): string {
  const file = readdirSync(`${distFolder}/assets`).find((name) => /^engine-worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error("dist has no engine worker: npm run build");
  return `/assets/${file}`;
}

for (const conformanceCase of readCorpus()) {
  test(conformanceCase.name, async ({ enginePage, isolated }) => {
    const body = isolated ? "threads" : "single";
    await expectConformance(conformanceCase, (conformanceCase, timeoutMs) =>
      runInBrowser(enginePage, engineWorkerUrl(), body, conformanceCase, timeoutMs),
    );
  });
}
