import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readCorpus } from "../conformance/corpus.js";
import { test } from "./server-fixture.js";

/** The page with the engine that people get: nothing is scripted here. */

const highScores = readCorpus().find(({ name }) => name === "seed_high_scores");

const batch = (page: Page) => page.getByRole("slider", { name: "Batch" });
const editor = (page: Page) => page.getByRole("textbox", { name: "Program" });
const printed = (page: Page) => page.getByRole("region", { name: "Text that Spark prints" });

async function openHighScores(page: Page): Promise<void> {
  await page.goto("./");
  await expect(batch(page)).toHaveAttribute("aria-valuenow", "7");
}

async function appendLine(page: Page, line: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(`\n${line}`);
}

async function undo(page: Page): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
}

/** What Spark prints for the example, without the batch times. */
function recordedLines(): string[] {
  const lines = (highScores?.expected ?? "").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("Time: "));
}

async function printedLines(page: Page): Promise<string[]> {
  const text = (await printed(page).locator("pre").allTextContents()).join("");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("Time: "));
}

for (const isolated of [true, false]) {
  test.describe(isolated ? "on an isolated page" : "on a page without isolation", () => {
    test.use({ isolated });

    test("an example prints what Spark prints, and the page says what runs it", async ({ page }) => {
      await openHighScores(page);
      expect(await printedLines(page)).toEqual(recordedLines());
      await page.getByRole("button", { name: /Engine/ }).click();
      const engine = page.getByRole("dialog", { name: "Engine" });
      await expect(engine).toContainText(isolated ? /Tasks run on \d+ threads?/ : "not cross-origin isolated");
    });

    test("edits, breaks and repairs a program", async ({ page }) => {
      await openHighScores(page);
      await appendLine(page, "def (x): pass");
      await expect(page.getByRole("list", { name: "Problems" })).toBeVisible();
      await undo(page);
      await expect(page.getByRole("list", { name: "Problems" })).toBeHidden();
      await appendLine(page, "print(undefined_name)");
      await expect(page.getByText(/name 'undefined_name' is not defined/).first()).toBeVisible();
      await expect(batch(page)).toHaveAttribute("aria-valuemax", "7");
      await undo(page);
      await appendLine(page, 'print("the end")');
      await page.getByRole("button", { name: "Console", exact: true }).click();
      await expect(page.getByText("the end").last()).toBeVisible();
    });

    test("steps, goes on, pauses and stops", async ({ page }) => {
      await openHighScores(page);
      await page.getByRole("checkbox", { name: /Auto-run/ }).uncheck();
      await page.getByRole("button", { name: /^Step/ }).click();
      await expect(batch(page)).toHaveAttribute("aria-valuemax", "1");
      await page.getByRole("button", { name: /^Step/ }).click();
      await expect(batch(page)).toHaveAttribute("aria-valuemax", "2");
      await page.getByRole("button", { name: "Real time" }).click();
      await page.getByRole("button", { name: "Resume" }).click();
      await page.getByRole("button", { name: "Pause" }).click();
      await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
      await page.getByRole("button", { name: /^Stop/ }).click();
      await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
      await page.getByRole("button", { name: "Fast", exact: true }).click();
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await expect(batch(page)).toHaveAttribute("aria-valuemax", "7");
    });

    test("an endless loop can be stopped, in the driver and in a task", async ({ page }) => {
      await openHighScores(page);
      for (const line of ["while True: pass", "sc.parallelize([1]).map(lambda x: [0 for _ in iter(int, 1)]).count()"]) {
        await appendLine(page, line);
        await page.getByRole("button", { name: /^Stop/ }).click({ timeout: 10_000 });
        await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
        await undo(page);
        await expect(batch(page)).toHaveAttribute("aria-valuemax", "7");
      }
    });

    test("has nothing that axe finds", async ({ page }) => {
      await openHighScores(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  });
}
