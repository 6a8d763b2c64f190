import { expect } from "@playwright/test";
import { engineWorkerUrl, runInBrowser } from "./browser-body.js";
import { CASE_TIMEOUT_MS, CORES, corpusWithCores, onOneThread, visible } from "./cores.js";
import { test } from "./engine-page.js";

/** Numbers of threads, taken in turn: every number of cores meets another one. */
const THREADS = [4, 2, 1];

for (const [index, cores] of CORES.entries()) {
  const threads = THREADS[index % THREADS.length] ?? 1;
  test(`local[${cores}] is the same as on the command line`, async ({ browser, server, isolated }) => {
    test.setTimeout(300_000);
    const body = isolated ? "threads" : "single";
    const page = await browser.newPage();
    await page.goto(`${server.url}/nothing-here`);
    for (const conformanceCase of corpusWithCores(cores)) {
      const workerUrl = `${engineWorkerUrl()}?threads=${threads}`;
      const outcome = await runInBrowser(page, workerUrl, body, conformanceCase, CASE_TIMEOUT_MS);
      const where = isolated ? `${threads} threads` : "no threads";
      expect(visible(outcome), `${conformanceCase.name} on ${where}`).toBe(await onOneThread(conformanceCase));
    }
    await page.close();
  });
}
