import { expect } from "@playwright/test";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** What the engine did in a batch, in Spark's words, on the engine that people get. */

test.use({ isolated: false, viewport: { width: 1440, height: 900 } });

test("a batch's jobs show their stages, the shuffles between them, and tasks by thread and partition", async ({
  page,
}) => {
  await page.goto("./?example=word_count");
  const batch = page.getByRole("slider", { name: "Batch" });
  await expect(batch).not.toHaveAttribute("aria-valuenow", "0");
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await batch.press("Home");
  await page.getByRole("button", { name: "Jobs", exact: true }).click();
  const jobs = page.locator("brooklet-jobs-view");
  for (const name of ["Batch time", "Input records", "Scheduling delay", "Processing time", "Total delay"]) {
    await expect(jobs.getByText(name, { exact: true })).toBeVisible();
  }
  await expect(jobs.getByRole("heading", { name: /^Tasks \d+ on 1 thread/ })).toBeVisible();
  await expect(jobs.getByText("Thread 0")).toBeVisible();
  const job = jobs.locator("section").filter({ has: page.getByRole("heading", { name: /^Job \d+ pprint/ }) });
  const shuffle = job.getByRole("button", { name: /^\d+ records from Stage \d+: .* to Stage \d+: / }).first();
  await shuffle.click();
  const tasks = jobs.getByRole("region", { name: /^Tasks of stage \d+/ });
  await expect(tasks.getByRole("row")).toHaveCount(5);
  await expect(jobs.getByRole("heading", { name: /records to the shuffle/ })).toBeVisible();
  await expectSound(page, "jobs-view");
});
