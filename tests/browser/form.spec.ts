import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** The form and the grid are views of the text: every edit is one of the text, and the editor's undo undoes it. */

test.use({ isolated: false });

const WORD_COUNT = "examples/word_count.py";

const batch = (page: Page) => page.getByRole("slider", { name: "Batch" });
const editor = (page: Page) => page.getByRole("textbox", { name: "Program" });
const view = (page: Page, name: "Code" | "Form" | "Files") => page.getByRole("button", { name, exact: true });
const card = (page: Page, method: string) =>
  page.locator("brooklet-call-card").filter({ has: page.getByRole("heading", { name: method, exact: true }) });

async function openForm(page: Page, example = "word_count"): Promise<void> {
  await page.goto(`./?example=${example}`);
  await expect(batch(page)).not.toHaveAttribute("aria-valuenow", "0");
  await view(page, "Form").click();
  await expect(page.locator("brooklet-call-card").first()).toBeVisible();
}

/** Adds a method and fills its fields. */
async function addBehind(page: Page, after: string, method: string, values: Record<string, string>): Promise<void> {
  await page.getByRole("button", { name: `Add behind ${after}` }).click();
  await page.getByRole("searchbox", { name: "Search the list" }).fill(method);
  await page.keyboard.press("Enter");
  for (const [name, value] of Object.entries(values)) {
    const field = card(page, method).getByRole("textbox", { name, exact: true });
    await field.fill(value);
    await field.press("Enter");
  }
}

/** The program's text, as it would be downloaded. */
async function programText(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /Share the program/ }).click();
  await page.getByRole("button", { name: /^Download/ }).click();
  return readFile(await (await download).path(), "utf8");
}

test("a field edits its argument alone, and undo brings the very text back", async ({ page }) => {
  const before = await readFile(WORD_COUNT, "utf8");
  await openForm(page);
  const split = card(page, "flatMap").getByRole("textbox", { name: "f" });
  await expect(split).toHaveValue('lambda line: line.split(" ")');
  await split.fill('lambda line: line.upper().split(" ")');
  await split.press("Enter");
  await expect(page.getByText(/\('THE', \d+\)/).first()).toBeVisible();
  expect(await programText(page)).toBe(before.replace("line.split", "line.upper().split"));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(split).toHaveValue('lambda line: line.split(" ")');
  expect(await programText(page)).toBe(before);
});

test("what is wrong with a lambda is said below it, and names are completed", async ({ page }) => {
  await openForm(page);
  const filter = card(page, "filter").getByRole("textbox", { name: "f" });
  await filter.fill("lambda pair: pair[1] >");
  await filter.press("Enter");
  await expect(card(page, "filter").locator(".problem")).not.toBeEmpty();
  await expect(filter).toHaveAttribute("aria-invalid", "true");
  await filter.fill("");
  await filter.pressSequentially("lambda pair: pa");
  await expect(card(page, "filter").getByRole("option", { name: "pair" })).toHaveAttribute("aria-selected", "true");
  await filter.press("Tab");
  await expect(filter).toHaveValue("lambda pair: pair");
  await filter.press("Enter");
  await expect(card(page, "filter").locator(".problem")).toHaveCount(0);
});

test("operators are found, added, moved and removed; typing in the code is followed", async ({ page }) => {
  await openForm(page);
  await page.getByRole("button", { name: "Add behind flatMap" }).click();
  await page.getByRole("searchbox", { name: "Search the list" }).fill("filt");
  await expect(page.getByRole("button", { name: /^filter Keeps/ })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the list" }).press("Enter");
  await expect(card(page, "filter")).toHaveCount(2);
  expect(await programText(page)).toMatch(/counts = words\.filter\(.*\)\.map\(/);
  await card(page, "filter").first().getByRole("button", { name: "Move filter down" }).click();
  await expect.poll(() => programText(page)).toMatch(/counts = words\.map\(.*\)\.filter\(/);
  await card(page, "filter").first().getByRole("button", { name: "Remove filter" }).click();
  await expect(card(page, "filter")).toHaveCount(1);
  expect(await programText(page)).toBe(await readFile(WORD_COUNT, "utf8"));
  await view(page, "Code").click();
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("lines.count().pprint()\n");
  await view(page, "Form").click();
  await expect(card(page, "count")).toBeVisible();
});

test("batches and records are edited in the grid", async ({ page }) => {
  const before = await readFile(WORD_COUNT, "utf8");
  await openForm(page);
  const records = (number: number) => page.getByRole("list", { name: `Records of batch ${number}` });
  await records(5)
    .getByRole("button", { name: /^Record 1 / })
    .click();
  await page.getByRole("textbox", { name: "Record 1 of batch 5" }).fill('"snow melts"');
  await page.keyboard.press("Enter");
  await expect(page.getByText("('melts', 1)").first()).toBeVisible();
  expect(await programText(page)).toBe(before.replace('"down runs the brook"', '"snow melts"'));
  await page.getByRole("button", { name: "Duplicate batch 5" }).click();
  await expect(records(6)).toContainText("snow melts");
  await page.getByRole("button", { name: "Move batch 6 up" }).click();
  await page.getByRole("button", { name: "Remove batch 6" }).click();
  await expect(records(6)).toHaveCount(0);
  await page.getByRole("button", { name: "Add a record to batch 3" }).click();
  await expect(records(3).getByRole("button", { name: /^Record 1 / })).toBeVisible();
  const chip = records(1).getByRole("button", { name: /^Record 2 / });
  await chip.press("Alt+ArrowLeft");
  await expect(records(1).getByRole("button", { name: /^Record 1 / })).toContainText("the river runs");
  await records(1)
    .getByRole("button", { name: /^Record 1 / })
    .press("Delete");
  await expect(records(1).getByRole("button", { name: /^Record/ })).toHaveCount(1);
});

test("batches and records are dragged to other places", async ({ page }) => {
  const before = await readFile(WORD_COUNT, "utf8");
  await openForm(page);
  const grid = page.getByRole("list", { name: /^Batches/ });
  const records = (number: number) => grid.getByRole("list", { name: `Records of batch ${number}` });
  const record = (batch: number, number: number) =>
    records(batch).getByRole("button", { name: new RegExp(`^Record ${number} `) });
  const moved = (await record(1, 1).textContent()) ?? "";
  const target = (await record(2, 1).textContent()) ?? "";
  await record(1, 1).dragTo(record(2, 1), { targetPosition: { x: 4, y: 8 } });
  await expect(record(2, 1)).toHaveText(moved);
  await expect(record(2, 1)).toBeFocused();
  await expect(record(2, 2)).toHaveText(target);
  await record(2, 1).dragTo(records(2).getByRole("button", { name: "Add a record to batch 2" }));
  await expect(record(2, 1)).toHaveText(target);
  await grid.getByText("Batch 5", { exact: true }).dragTo(grid.getByText("Batch 1", { exact: true }), {
    targetPosition: { x: 8, y: 2 },
  });
  await expect(records(1)).toContainText("down runs the brook");
  for (const _ of ["the batch", "along its batch", "to another batch"]) {
    await page.getByRole("button", { name: "Undo" }).click();
  }
  await expect(record(1, 1)).toHaveText(moved);
  expect(await programText(page)).toBe(before);
});

test("a table becomes batches, by a column or so many records each", async ({ page }) => {
  await openForm(page);
  await page.locator("brooklet-input-grid input[type=file]").setInputFiles({
    name: "cities.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("city,degrees\nOslo,3\nRome,17\nOslo,5\n"),
  });
  const dialog = page.getByRole("dialog", { name: "Batches from a file or a table" });
  await expect(dialog).toContainText("3 records in 1 batch");
  await dialog.getByRole("radio", { name: /A batch a value of/ }).check();
  await expect(dialog).toContainText("3 records in 2 batches");
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => id + nodes.map(({ html }) => html)),
  ).toEqual([]);
  await dialog.getByRole("radio", { name: "In their place" }).check();
  await dialog.getByRole("button", { name: "Put it in" }).click();
  await expect(page.getByRole("list", { name: "Records of batch 1" })).toContainText(/\('Oslo', 3\)\s+\('Oslo', 5\)/);
  await expect(page.getByRole("list", { name: "Records of batch 2" })).toContainText("('Rome', 17)");
});

test("data files are added, read by the program, and removed", async ({ page }) => {
  await page.goto("./?example=reduce_lists");
  await expect(batch(page)).not.toHaveAttribute("aria-valuenow", "0");
  await view(page, "Files").click();
  await page.locator("brooklet-data-files input[type=file]").setInputFiles({
    name: "motto.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("still waters"),
  });
  await expect(page.getByRole("textbox", { name: "Path of motto.txt" })).toBeVisible();
  await view(page, "Code").click();
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.insertText('print(open("motto.txt").read())\n');
  await expect(page.getByRole("region", { name: "Text of the program itself" })).toHaveText("still waters");
  await page.getByRole("button", { name: "Files (1)" }).click();
  await page.getByRole("button", { name: "Edit motto.txt" }).click();
  await page.getByRole("textbox", { name: "Text of motto.txt" }).fill("run deep");
  await expect(page.getByRole("region", { name: "Text of the program itself" })).toHaveText("run deep");
  await page.getByRole("button", { name: "New file" }).click();
  await expect(page.getByRole("textbox", { name: "Text of data.txt" })).toBeVisible();
  await expectSound(page, "files");
  await page.getByRole("button", { name: "Remove motto.txt" }).click();
  await expect(page.getByText(/FileNotFoundError/).first()).toBeVisible();
});

async function openBlankProgram(page: Page): Promise<void> {
  await page.goto("./");
  await page
    .getByRole("button", { name: /High scores/ })
    .first()
    .click();
  await page.getByRole("button", { name: "New program" }).click();
}

for (const width of [360, 1440]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("a word count with a window is written with the form alone", async ({ page }) => {
      await openBlankProgram(page);
      await view(page, "Form").click();
      await page.getByRole("button", { name: "Paste a table" }).click();
      await page.getByRole("textbox", { name: /Cells from a spreadsheet/ }).fill("to be or\nnot to be\nto sleep\n");
      await page.getByRole("combobox", { name: "What it is" }).selectOption("lines");
      await page.getByRole("spinbutton", { name: "Records a batch" }).fill("1");
      await page.getByRole("radio", { name: "In their place" }).check();
      await page.getByRole("button", { name: "Put it in" }).click();
      await expect(page.getByRole("list", { name: "Records of batch 3" })).toContainText("'to sleep'");
      await addBehind(page, "queueStream", "flatMap", { f: "lambda line: line.split()" });
      await addBehind(page, "flatMap", "map", { f: "lambda word: (word, 1)" });
      await addBehind(page, "map", "reduceByKeyAndWindow", { func: "lambda a, b: a + b" });
      await card(page, "reduceByKeyAndWindow").getByRole("spinbutton", { name: "windowDuration" }).fill("3");
      await card(page, "reduceByKeyAndWindow").getByRole("spinbutton", { name: "windowDuration" }).press("Enter");
      const results = page.getByRole("tab", { name: "Results" });
      if (await results.isVisible()) await results.click();
      await expect(page.getByRole("region", { name: /Text that Spark prints/ })).toContainText("('to', 3)");
    });
  });
}

for (const width of [360, 768]) {
  test(`a word count with a window is written with the code alone, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await openBlankProgram(page);
    await editor(page).click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(`from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext(), 1)
lines = ssc.queueStream([["to be or"], ["not to be"], ["to sleep"]])
`);
    // The rest as it is typed: the editor indents, and closes what was opened.
    for (const line of [
      "words = lines.flatMap(lambda line: line.split())",
      "pairs = words.map(lambda word: (word, 1))",
      "pairs.reduceByKeyAndWindow(lambda a, b: a + b, None, 3, 1).pprint()",
      "ssc.start()",
      "ssc.awaitTerminationOrTimeout(4)",
    ]) {
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByRole("region", { name: /Text that Spark prints/ })).toContainText("('to', 3)");
    await expectSound(page, `typed-${width}`);
  });
}

for (const [width, colorScheme] of [
  [360, "light"],
  [768, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const) {
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: width < 500 ? 740 : 900 }, colorScheme });

    test("nothing is cut off, and axe finds nothing", async ({ page }) => {
      await openForm(page);
      await expectSound(page, `form-${width}-${colorScheme}`);
      await page.getByRole("button", { name: "Add behind flatMap" }).click();
      await expectSound(page, `operators-${width}-${colorScheme}`);
    });
  });
}
