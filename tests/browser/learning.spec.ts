import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** What models learn, on the engine that people get. */

const DATA = "temperature_data_small.txt";

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

const output = (page: Page, operator: string, index = 0) =>
  page
    .locator("brooklet-output-view")
    .filter({ has: page.getByRole("heading", { name: `${operator}()` }) })
    .nth(index);

async function runExample(page: Page, name: string): Promise<void> {
  await page.goto(`./?example=${name}`);
  const batch = page.getByRole("slider", { name: "Batch", exact: true });
  await expect(batch).toHaveAttribute("aria-valuenow", "12");
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  const results = page.getByRole("tab", { name: "Results" });
  if (await results.isVisible()) await results.click();
}

for (const { width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });
      const name = (state: string) => `${state}-${width}-${colorScheme}`;

      test("a regression shows its weights, what it predicted and how far it was off", async ({ page }) => {
        await runExample(page, "humidity_regression");
        const model = output(page, "trainOn");
        await expect(model.getByRole("slider", { name: "Weights over batches" })).toBeVisible();
        await expect(model.getByRole("region", { name: "Weights after batch 10" }).getByRole("row")).toHaveCount(5);
        await expectSound(page, name("weights"));
        await model.getByLabel("Kind of chart").selectOption("Actual and predicted");
        const predictions = model.getByRole("slider", { name: "Actual and predicted values" });
        await predictions.press("Home");
        await expect(predictions).toHaveAttribute("aria-valuetext", /^Batch 1: actual 68.5112, predicted 101.5037/);
        await expectSound(page, name("predictions"));
        await model.getByLabel("Kind of chart").selectOption("Error by batch");
        const errors = model.getByRole("slider", { name: "Mean squared error over batches" });
        await errors.press("End");
        await expect(errors).toHaveAttribute("aria-valuetext", "Batch 12: no records");
        await errors.press("Home");
        await expect(errors).toHaveAttribute("aria-valuetext", /^Batch 1: mean squared error \d+/);
        await expectSound(page, name("errors"));
      });

      test("k-means shows its clusters, and the points of a batch in them", async ({ page }) => {
        await runExample(page, "temperature_clusters");
        await expect(page.getByRole("region", { name: "Centers" }).getByRole("row")).toHaveCount(4);
        await page.getByRole("slider", { name: "Batch", exact: true }).press("Home");
        await expect(page.getByRole("img", { name: "20 points of batch 1 in 3 clusters" })).toBeVisible();
        await expectSound(page, name("clusters"));
      });
    });
  }
}

test("the error by batch is the one that the program prints, also where its outputs are text", async ({ page }) => {
  await runExample(page, "humidity_regression");
  const printed = output(page, "pprint", 1);
  const text = printed.getByRole("region", { name: "Text that Spark prints" }).locator("pre");
  await expect(text.first()).toBeVisible();
  const [, first = ""] = /MSE: ([\d.]+)/.exec((await text.allTextContents()).join("")) ?? [];
  await printed.getByRole("button", { name: "Chart", exact: true }).click();
  await printed.getByLabel("Kind of chart").selectOption("Error by batch");
  const errors = printed.getByRole("slider", { name: "Mean squared error over batches" });
  await errors.press("Home");
  const said = `Batch 1: mean squared error ${Number(first).toPrecision(4)}`;
  await expect(errors).toHaveAttribute("aria-valuetext", said);
});

test("a data file with a bad number, one that is no text, and a missing one are told with their lines", async ({
  page,
}) => {
  await runExample(page, "humidity_regression");
  await page.getByRole("button", { name: "Files (1)" }).click();
  const put = (content: string | Buffer) =>
    page.locator("brooklet-data-files input[type=file]").setInputFiles({
      name: DATA,
      mimeType: "text/plain",
      buffer: Buffer.from(content),
    });
  const notice = page.locator("brooklet-failure-notice");
  const lines = (await readFile(`examples/${DATA}`, "utf8")).split("\n");
  const fields = (lines[6] ?? "").split(" ");
  fields[8] = "n/a";
  await put([...lines.slice(0, 6), fields.join(" "), ...lines.slice(7)].join("\n"));
  await expect(notice).toContainText("could not convert string to float: 'n/a'");
  await expect(notice).toContainText(`The program was at line 7 of ${DATA}.`);
  await expect(notice.getByRole("button", { name: "line 18" })).toBeVisible();
  await put(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]));
  await expect(notice).toContainText("'utf-8' codec can't decode byte 0x89");
  await expect(notice).toContainText("it is in another one, or no text at all");
  await expect(notice.getByRole("button", { name: "line 15" })).toBeVisible();
  await page.getByRole("button", { name: `Remove ${DATA}` }).click();
  await expect(notice).toContainText("No such file or directory");
  await expect(notice).toContainText("The program has no data file at this path.");
  await put(lines.join("\n"));
  await expect(page.getByRole("slider", { name: "Weights over batches" })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
