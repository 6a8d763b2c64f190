import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test as served } from "./server-fixture.js";

const fakeEngine = fileURLToPath(new URL("fake-engine.js", import.meta.url));
const screenshots = fileURLToPath(new URL("screenshots/", import.meta.url));

/** The page on a scripted engine. */
export const test = served.extend({
  page: async ({ page }, use) => {
    await page.addInitScript({ path: fakeEngine });
    await use(page);
  },
});

/** Opens the page and waits for the first example's results. */
export async function openPage(page: Page, address = "./"): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("slider", { name: "Batch" })).toHaveAttribute("aria-valuenow", "7");
}

/** Puts a line at the end of the program. */
export async function appendLine(page: Page, line: string): Promise<void> {
  const editor = page.getByRole("textbox", { name: "Program" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(`\n${line}`);
}

/** Fails when axe finds something, or when the page is wider than its window; leaves a screenshot. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${screenshots}${name}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${name} is wider than its window`).toBeLessThanOrEqual(0);
}
