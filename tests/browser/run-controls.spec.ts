import { expect, type Page } from "@playwright/test";
import { appendLine, openPage, test } from "./scripted-page.js";

const batch = (page: Page) => page.getByRole("slider", { name: "Batch" });

test("steps, resumes, pauses and stops", async ({ page }) => {
  await openPage(page);
  await page.getByRole("checkbox", { name: /Auto-run/ }).uncheck();
  await page.getByRole("button", { name: /^Step/ }).click();
  await expect(batch(page)).toHaveAttribute("aria-valuemax", "1");
  await page.getByRole("button", { name: /^Step/ }).click();
  await expect(batch(page)).toHaveAttribute("aria-valuemax", "2");
  await page.getByRole("button", { name: "Real time" }).click();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await expect(batch(page)).not.toHaveAttribute("aria-valuemax", "7");
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
});

test("is worked by the keyboard alone", async ({ page }) => {
  await openPage(page);
  await page.getByRole("button", { name: "Batches", exact: true }).click();
  await batch(page).focus();
  await batch(page).press("Home");
  await expect(batch(page)).toHaveAttribute("aria-valuetext", /^Batch 1, 2024-01-01 00:00:01, 2 records out/);
  await batch(page).press("ArrowRight");
  await batch(page).press("ArrowRight");
  await expect(batch(page)).toHaveAttribute("aria-valuenow", "3");
  await expect(page.getByRole("row", { name: "Look at batch 3" })).toHaveAttribute("aria-current", "true");
  await batch(page).press("End");
  await expect(batch(page)).toHaveAttribute("aria-valuenow", "7");

  const editor = page.getByRole("textbox", { name: "Program" });
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Tab");
  await expect(editor).toContainText("    from operator");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
});

test("runs with Control or Command and Enter, in the editor and out of it", async ({ page }) => {
  await openPage(page);
  await page.getByRole("checkbox", { name: /Auto-run/ }).uncheck();
  await appendLine(page, "# changed");
  await expect(page.getByRole("heading", { name: "Results of the program before the edit" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("heading", { name: "Results", exact: true })).toBeVisible();
  await batch(page).focus();
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect(batch(page)).toHaveAttribute("aria-valuemax", "1");
});

test("marks what an edit changed in the batches that were there", async ({ page }) => {
  await openPage(page);
  await page.locator(".cm-line", { hasText: "Frank" }).click();
  await page.keyboard.press("End");
  for (let count = 0; count < 3; count++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.insertText("9");
  await expect(page.locator("ins").first()).toHaveText(/\('Frank', \d*9\d*\)/);
  await expect(page.locator("ins")).toHaveCount(3);
  await expect(batch(page)).toHaveAttribute("aria-valuetext", /changed by the edit$/);
  await batch(page).press("Home");
  await expect(batch(page)).not.toHaveAttribute("aria-valuetext", /changed by the edit$/);
});

test("shows what the program itself prints beside its outputs", async ({ page }) => {
  await openPage(page);
  await appendLine(page, 'print("the end")');
  await expect(page.getByRole("region", { name: "Text of the program itself" })).toHaveText("the end");
});

test("moves the borders of the panes by keyboard and keeps them", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page);
  const divider = page.getByRole("separator", { name: "Between program and stream" });
  const pane = page.getByRole("region", { name: "Program", exact: true }).first();
  const before = (await pane.boundingBox())?.width ?? 0;
  await divider.press("ArrowRight");
  await divider.press("ArrowRight");
  const after = (await pane.boundingBox())?.width ?? 0;
  expect(after).toBeGreaterThan(before + 40);
  await page.reload();
  await expect(async () => expect((await pane.boundingBox())?.width).toBeCloseTo(after, 0)).toPass();
});

test("tells what runs to those who listen", async ({ page }) => {
  await openPage(page);
  const region = page.getByRole("status", { name: "Run" });
  await expect(region).toContainText("The program ended after batch 7.");
  // Each message as it is said, and when.
  const messages = await region.evaluateHandle((status) => {
    const said: { text: string; at: number }[] = [];
    const listen = () => said.push({ text: status.textContent?.trim() ?? "", at: performance.now() });
    new MutationObserver(listen).observe(status, { childList: true });
    return said;
  });
  await page.getByRole("button", { name: "Real time" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect.poll(() => messages.evaluate((said) => said.at(-1)?.text)).toMatch(/The program ended after batch 7\.$/);
  const said = await messages.jsonValue();
  expect(said[0]?.text).toMatch(/batch \d/i);
  const latest = said.map(({ text }) => Number(/batch (\d+)/i.exec(text)?.[1]));
  expect(latest).toEqual([...latest].sort());
  const rests = said.slice(1).map(({ at }, index) => at - (said[index]?.at ?? 0));
  for (const rest of rests) expect(rest).toBeGreaterThan(500);
});

test("keeps text and results when the engine traps, and goes on", async ({ page }) => {
  await openPage(page);
  await appendLine(page, "trap()");
  await expect(page.getByText(/unreachable.*are still here/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("trap()");
  await page.getByRole("textbox", { name: "Program" }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(batch(page)).toHaveAttribute("aria-valuemax", "7");
});

test("stops an endless loop and is at once ready again", async ({ page }) => {
  await openPage(page);
  await appendLine(page, "while True: pass");
  await expect(page.getByRole("progressbar", { name: "The engine is working" })).toBeVisible();
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.getByText(/did not let itself be stopped/)).toBeVisible();
  await page.getByRole("textbox", { name: "Program" }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(batch(page)).toHaveAttribute("aria-valuemax", "7");
});

test("moves nothing for those who want less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPage(page);
  await appendLine(page, "while True: pass");
  const stripe = page.getByRole("progressbar", { name: "The engine is working" });
  await expect(stripe).toBeVisible();
  expect(await stripe.evaluate((element) => element.getAnimations().length)).toBe(0);
});
