import { expect } from "@playwright/test";
import { openPane } from "./panes.js";
import { appendLine, expectSound, openPage, test } from "./scripted-page.js";

/** Every state of the page, at every size and in both themes: axe finds nothing, nothing is cut off. */

// A dozen runs of axe a test: minutes, on a machine that does much else.
test.setTimeout(300_000);

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

for (const { width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test("a program and its results", async ({ page }) => {
        const name = (state: string) => `${state}-${width}-${colorScheme}`;
        await openPage(page);
        await expectSound(page, name("program"));
        await openPane(page, "Stream");
        await expect(page.getByRole("button", { name: /^reduceByKeyAndWindow/ })).toBeVisible();
        await expect(page.getByText("2 records in 4 partitions")).toBeVisible();
        await expectSound(page, name("graph"));
        await page.getByRole("button", { name: "Batches", exact: true }).click();
        await expectSound(page, name("batches"));
        await page.getByRole("button", { name: "Jobs", exact: true }).click();
        await expect(page.getByRole("button", { name: /^Stage 14: runJob/ })).toBeVisible();
        await expectSound(page, name("jobs"));
        await openPane(page, "Results");
        await expectSound(page, name("text"));
        await page.getByRole("button", { name: "Table", exact: true }).click();
        await expect(page.getByRole("cell", { name: "'Frank'" })).toBeVisible();
        await expectSound(page, name("table"));
        await page.getByRole("button", { name: "Chart", exact: true }).click();
        await expectSound(page, name("bars"));
        await page.getByLabel("Kind of chart").selectOption("lines");
        const plot = page.getByRole("slider", { name: "Values over batches" });
        await expect(plot.locator("canvas")).toBeVisible();
        await plot.press("ArrowRight");
        await expect(plot).toHaveAttribute("aria-valuetext", "Batch 1: Bob 60, Alice 100");
        await page.getByText("Numbers", { exact: true }).click();
        await expectSound(page, name("lines"));
        await page.getByRole("button", { name: "Console", exact: true }).click();
        await expectSound(page, name("console"));
      });

      test("menus", async ({ page }) => {
        const name = (state: string) => `${state}-${width}-${colorScheme}`;
        await openPage(page);
        for (const [menu, button] of [
          ["Programs", /High scores/],
          ["Share", /Share the program/],
          ["Engine", /Engine/],
        ] as const) {
          await page.getByRole("button", { name: button }).first().click();
          await expect(page.getByRole("dialog", { name: menu })).toBeVisible();
          await expectSound(page, name(`menu-${menu.toLowerCase()}`));
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog", { name: menu })).toBeHidden();
        }
      });

      test("what can go wrong", async ({ page }) => {
        const name = (state: string) => `${state}-${width}-${colorScheme}`;
        await openPage(page);
        await appendLine(page, "def (x): pass");
        await expect(page.getByRole("list", { name: "Problems" })).toContainText("expected a function name");
        await expectSound(page, name("syntax-error"));
        await page.keyboard.press("ControlOrMeta+z");
        await appendLine(page, "raise ValueError # 1 / 0");
        await openPane(page, "Results");
        await expect(page.getByText("The program ended: ValueError")).toBeVisible();
        await page.getByRole("slider", { name: "Batch" }).press("Home");
        await page.getByRole("slider", { name: "Batch" }).press("ArrowRight");
        await expect(page.getByText("Batch 2: ZeroDivisionError")).toBeVisible();
        await page.getByText("Traceback").first().click();
        await expectSound(page, name("failure"));
        await openPane(page, "Program");
        await appendLine(page, "while True: pass");
        await page.getByRole("button", { name: /^Stop/ }).click();
        await expect(page.getByText(/did not let itself be stopped/)).toBeVisible();
        await expectSound(page, name("replaced-engine"));
      });
    });
  }
}
