import { expect, type Page } from "@playwright/test";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** A program inside another page: its text at once, the engine when a reader asks for it. */

test.use({ isolated: false, viewport: { width: 640, height: 480 } });

const frameOf = (page: Page) => page.frameLocator("iframe");

async function embed(page: Page, address: string): Promise<string[]> {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const body = `<!doctype html><iframe src="${address}" title="Embedded" style="width: 600px; height: 440px"></iframe>`;
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("./host.html");
  return requests;
}

test("shows the text, and loads the rest when Run is pressed", async ({ page }) => {
  const requests = await embed(page, "embed.html?example=high_scores");
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { name: "High scores" })).toBeVisible();
  await expect(frame.getByRole("region", { name: "Program" })).toContainText("reduceByKeyAndWindow");
  expect(requests.filter((path) => /wasm|playground|worker/.test(path))).toEqual([]);
  await frame.getByRole("button", { name: "Run" }).click();
  await expect(frame.getByRole("slider", { name: "Batch" })).toHaveAttribute("aria-valuenow", "7");
  await expect(frame.getByRole("region", { name: "Text that Spark prints" })).toContainText("('Frank', 200)");
  expect(requests.some((path) => path.endsWith(".wasm"))).toBe(true);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("says when its address holds no program that can be read", async ({ page }) => {
  await embed(page, "embed.html#v1.damaged");
  await expect(frameOf(page).getByText(/could not be read/)).toBeVisible();
  await expect(frameOf(page).getByRole("button", { name: "Run" })).toBeDisabled();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("has nothing that axe finds, before and after", async ({ page }) => {
      await page.goto("./embed.html?example=word_count");
      await expectSound(page, `embed-before-${colorScheme}`);
      await page.getByRole("button", { name: "Run" }).click();
      await expect(page.getByRole("slider", { name: "Batch" })).toHaveAttribute("aria-valuenow", "6");
      await expectSound(page, `embed-after-${colorScheme}`);
    });
  });
}
