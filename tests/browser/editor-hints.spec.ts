import { expect } from "@playwright/test";
import { appendLine, openPage, test } from "./scripted-page.js";

test("the editor offers what pyspark has and says what a method does", async ({ page }) => {
  await openPage(page);
  await appendLine(page, "from pyspark import SparkContext\nsc = SparkContext()\nsc.");
  await page.keyboard.type("para");
  const offered = page.getByRole("option", { name: /^parallelize/ });
  await expect(offered).toBeVisible();
  await expect(offered).toContainText("(c, numSlices=None)");
  await offered.click();
  // Off the text, which would be explained under the pointer.
  await page.mouse.move(0, 0);
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("sc.parallelize");

  await page.keyboard.type("(");
  const hint = page.locator(".cm-signature");
  await expect(hint).toContainText("SparkContext.parallelize(c, numSlices=None) -> RDD");
  await expect(hint).toContainText("Makes an RDD of the elements of a collection");
  await page.keyboard.press("Escape");
  await expect(hint).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Shift+Space");
  await expect(hint).toBeVisible();
  await page.keyboard.press("Escape");

  await expect(hint).toBeHidden();

  await page.locator(".cm-line", { hasText: "sc.parallelize(" }).hover({ position: { x: 60, y: 8 } });
  await expect(hint).toContainText("SparkContext.parallelize(");
});
