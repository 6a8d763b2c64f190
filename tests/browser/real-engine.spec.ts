import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readCorpus } from "../conformance/corpus.js";
import { test } from "./server-fixture.js";

/** The page with the engine that people get, on an isolated page and on one without isolation. */

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

test("an example prints what Spark prints, and the page says what runs it", async ({ page, isolated }) => {
  await openHighScores(page);
  expect(await printedLines(page)).toEqual(recordedLines());
  await page.getByRole("button", { name: /Engine/ }).click();
  await expect(page.getByText(isolated ? /Tasks run on \d+ threads?/ : /not cross-origin isolated/)).toBeVisible();
});

test("edits, breaks and repairs a program", async ({ page }) => {
  await openHighScores(page);
  await appendLine(page, "def (x): pass");
  const problem = page.getByRole("list", { name: "Problems" }).getByText(/SyntaxError/);
  await expect(problem).toBeVisible();
  await undo(page);
  await expect(problem).toBeHidden();
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

const ENDLESS_TASK = `from pyspark import SparkContext

sc = SparkContext()
sc.parallelize([1]).map(lambda x: sum(1 for _ in iter(int, 1))).count()
`;

test("an endless loop can be stopped, in the driver and in a task", async ({ page }) => {
  await openHighScores(page);
  await appendLine(page, "while True: pass");
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(ENDLESS_TASK);
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.getByText(/did not let itself be stopped/)).toBeVisible();
  await undo(page);
  await undo(page);
  await expect(batch(page)).toHaveAttribute("aria-valuemax", "7");
});

test("has nothing that axe finds", async ({ page }) => {
  await openHighScores(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

const PARTS = [
  { part: "secondary", program: "import statistics\nprint(statistics.stdev([1, 2, 4]))", output: "1.5275252316519468" },
  { part: "numpy", program: "import numpy\nprint(numpy.arange(4).reshape(2, 2).tolist())", output: "[[0, 1], [2, 3]]" },
  { part: "modules", program: "import shlex\nprint(shlex.split('one two'))", output: "['one', 'two']" },
];

for (const { part, program, output } of PARTS) {
  test(`says so when the part ${part} of the engine cannot be fetched, and goes on once it can`, async ({ page }) => {
    let isOffline = true;
    const address = new RegExp(`brooklet_${part}`);
    await page.context().route(address, (route) => (isOffline ? route.abort() : route.continue()));
    await page.goto("./");
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
    await appendLine(page, program);
    await expect(page.getByText(/could not be fetched.*are still here/)).toBeVisible();
    isOffline = false;
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByRole("button", { name: "Console", exact: true }).click();
    await expect(page.getByText(output)).toBeVisible();
  });
}
