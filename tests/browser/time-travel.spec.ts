import { expect, type Page } from "@playwright/test";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** What flowed through the graph in any batch, on the engine that people get. */

test.use({ isolated: false, viewport: { width: 1440, height: 900 } });

const batch = (page: Page) => page.getByRole("slider", { name: "Batch" });
const graph = (page: Page) => page.locator("brooklet-graph-view");
const node = (page: Page, operator: string) => graph(page).getByRole("button", { name: new RegExp(`^${operator}\\b`) });
const partitions = (page: Page) => graph(page).locator("brooklet-partition-list");

async function openAt(page: Page, example: string, number: number): Promise<void> {
  await page.goto(`./?example=${example}`);
  await expect(batch(page)).not.toHaveAttribute("aria-valuenow", "0");
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await batch(page).press("Home");
  for (let at = 1; at < number; at++) await batch(page).press("ArrowRight");
}

test("a stream shows its records by partition, an edge what flowed along it", async ({ page }) => {
  await openAt(page, "high_scores", 1);
  await node(page, "queueStream").click();
  await expect(partitions(page)).toContainText("('Alice', 100)");
  await expect(partitions(page)).toContainText(/Partition \d/);
  const edge = page.getByRole("button", { name: "2 records from queueStream to reduceByKeyAndWindow" });
  await edge.click();
  await expect(edge).toHaveAttribute("aria-pressed", "true");
  await expect(graph(page).getByRole("heading", { name: "In, from queueStream()" })).toContainText("2 records");
  await batch(page).press("ArrowRight");
  await expect(partitions(page).first()).toContainText("('Bob', 60)");
});

test("a window shows which batches are inside, which came and which went", async ({ page }) => {
  await openAt(page, "high_scores", 4);
  await node(page, "reduceByKeyAndWindow").click();
  const strip = graph(page).locator("brooklet-window-strip");
  await expect(strip.getByRole("button")).toHaveText([
    /Batch 1\s*left/,
    /Batch 2\s*inside/,
    /Batch 3\s*inside/,
    /Batch 4\s*entered/,
  ]);
  await strip.getByRole("button", { name: "Batch 2" }).click();
  await expect(batch(page)).toHaveAttribute("aria-valuenow", "2");
});

test("the graph is walked with arrow keys", async ({ page }) => {
  await openAt(page, "high_scores", 1);
  await node(page, "reduceByKeyAndWindow").press("ArrowUp");
  await expect(node(page, "queueStream")).toBeFocused();
  await expect(node(page, "queueStream")).toHaveAttribute("aria-pressed", "true");
  await node(page, "queueStream").press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(node(page, "pprint")).toBeFocused();
});

test("an edit of a past batch replays the stream and marks what differs", async ({ page }) => {
  await openAt(page, "word_count", 1);
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.getByRole("button", { name: /^Record 1 of batch 5/ }).click();
  await page.getByRole("textbox", { name: "Record 1 of batch 5" }).fill('"the snow"');
  await page.keyboard.press("Enter");
  await expect(page.getByText("('snow', 1)")).toBeVisible();
  await batch(page).press("End");
  await batch(page).press("ArrowLeft");
  await expect(batch(page)).toHaveAttribute("aria-valuetext", /changed by the edit$/);
  await batch(page).press("Home");
  await expect(batch(page)).not.toHaveAttribute("aria-valuetext", /changed by the edit$/);
});

test("a million records are shown a page at a time, in any order", async ({ page }) => {
  test.setTimeout(180_000);
  const long = { timeout: 60_000 };
  await openAt(page, "reduce_lists", 1);
  await page.getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(`from pyspark import SparkContext
from pyspark.streaming import StreamingContext
ssc = StreamingContext(SparkContext(), 1)
ssc.queueStream([ssc.sparkContext.range(1000000)]).map(lambda x: (x % 1000, -x)).pprint()
ssc.start()
ssc.awaitTermination(1)
`);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("button", { name: "Next" }).click(long);
  await expect(page.getByText(/101–200 of 1,000,000/)).toBeVisible(long);
  await expect(page.getByRole("row", { name: "101 100 -100", exact: true })).toBeVisible(long);
  await expect(page.getByText("1,000,000 records", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "value", exact: true }).click();
  await expect(page.getByRole("row", { name: "1 999 -999999", exact: true })).toBeVisible(long);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("row", { name: "101 899 -999899", exact: true })).toBeVisible(long);
  await page.getByRole("button", { name: "key", exact: true }).click();
  await expect(page.getByRole("row", { name: "2 0 -1000", exact: true })).toBeVisible(long);
  await page.getByRole("button", { name: "key", exact: true }).click();
  await expect(page.getByRole("row", { name: "1 999 -999", exact: true })).toBeVisible(long);
  await expect(page.getByRole("columnheader", { name: "key" })).toHaveAttribute("aria-sort", "descending");
  await expectSound(page, "million");
});
