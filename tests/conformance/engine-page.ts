import type { Page } from "@playwright/test";
import { test as served } from "../browser/server-fixture.js";

/** Playwright's `test` with a page that has nothing on it but can start the engine worker. */
export const test = served.extend<object, { enginePage: Page }>({
  // One page for all programs: the engine worker is used again and again, as people use it.
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
