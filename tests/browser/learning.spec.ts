import { expect, type Page } from "@playwright/test";
import { test } from "./server-fixture.js";

/** What models learn, on the engine that people get. */

async function runExample(page: Page, name: string): Promise<void> {
  await page.goto(`./?example=${name}`);
  const batch = page.getByRole("slider", { name: "Batch", exact: true });
  await expect(batch).toHaveAttribute("aria-valuenow", "12", { timeout: 15_000 });
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
}

test("a regression shows its weights", async ({ page }) => {
  await runExample(page, "humidity_regression");
  await expect(page.getByRole("slider", { name: "Weights over batches" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Weights after batch 10" }).getByRole("row")).toHaveCount(5);
});

test("k-means shows its clusters, and the points of a batch in them", async ({ page }) => {
  await runExample(page, "temperature_clusters");
  await expect(page.getByRole("region", { name: "Centers" }).getByRole("row")).toHaveCount(4);
  await page.getByRole("slider", { name: "Batch", exact: true }).press("Home");
  await expect(page.getByRole("img", { name: "20 points of batch 1 in 3 clusters" })).toBeVisible();
});
