import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { appendLine, openPage, test } from "./scripted-page.js";

const editor = (page: Page) => page.getByRole("textbox", { name: "Program" });

async function choose(page: Page, menu: RegExp, item: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: menu }).first().click();
  await page.getByRole("button", { name: item }).click();
}

test("keeps an edited example between visits, and resets it", async ({ page }) => {
  await openPage(page);
  await appendLine(page, "# mine");
  await page.reload();
  await expect(editor(page)).toContainText("# mine");
  await choose(page, /High scores/, "Undo all edits of High scores");
  await expect(editor(page)).not.toContainText("# mine");
});

test("opens another example, a new program and a file, and forgets one's own", async ({ page }) => {
  await openPage(page);
  await choose(page, /High scores/, /^Reduce lists/);
  await expect(editor(page)).toContainText("inputData");
  await choose(page, /Reduce lists/, "New program");
  await expect(editor(page)).toContainText("Untitled");
  await page.getByRole("button", { name: /Untitled/ }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "visits.py",
    mimeType: "text/x-python",
    buffer: Buffer.from("# visits\n"),
  });
  await expect(editor(page)).toContainText("# visits");
  await choose(page, /Visits/, "Delete visits.py");
  await expect(editor(page)).not.toContainText("# visits");
});

test("opens the example that the address names", async ({ page }) => {
  await openPage(page, "./?example=active_users");
  await expect(editor(page)).toContainText("activeUsers");
});

test.describe("links", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("hold the program, and leave one's own alone", async ({ page, context }) => {
    await openPage(page);
    await appendLine(page, "# grüße");
    await choose(page, /Share the program/, "Copy link");
    await expect(page.getByText("The link is copied.")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#v1\.[\w-]+$/);
    await appendLine(page, "# later");
    await page.waitForTimeout(400);
    const other = await context.newPage();
    await other.addInitScript({ path: "tests/browser/fake-engine.js" });
    await other.goto(link);
    await expect(editor(other)).toContainText("# grüße");
    await expect(editor(other)).not.toContainText("# later");
    expect(new URL(other.url()).hash).toBe("");
    await choose(other, /High scores 2/, /^High scores Points/);
    await expect(editor(other)).toContainText("# later");
  });

  test("come as Markdown too", async ({ page }) => {
    await openPage(page);
    await choose(page, /Share the program/, "Copy as Markdown");
    await expect(page.getByText("The Markdown is copied.")).toBeVisible();
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toMatch(/^\[High scores\]\(http.*#v1\.[\w-]+\)\n\n```python\nfrom operator/);
  });

  test("come as HTML that embeds the program", async ({ page }) => {
    await openPage(page);
    await choose(page, /Share the program/, "Copy HTML to embed");
    await expect(page.getByText(/The HTML is copied/)).toBeVisible();
    const snippet = await page.evaluate(() => navigator.clipboard.readText());
    expect(snippet).toMatch(/^<iframe src="http[^"]*\/embed\.html#v1\.[\w-]+" title="High scores"/);
  });

  test("say when the program is too long for one", async ({ page }) => {
    await openPage(page);
    const noise = Array.from({ length: 20_000 }, (_, index) => ((index * 2_654_435_761) >>> 0).toString(36)).join("");
    await appendLine(page, `# ${noise}`);
    await choose(page, /Share the program/, "Copy link");
    await expect(page.getByText(/Download the program as a file instead/)).toBeVisible();
  });
});

test("a damaged link loses nothing", async ({ page }) => {
  await openPage(page);
  await appendLine(page, "# mine");
  await page.waitForTimeout(400);
  await page.goto("./#v1.damaged");
  await expect(page.getByText(/could not be read/)).toBeVisible();
  await expect(editor(page)).toContainText("# mine");
});

test("downloads the very text", async ({ page }) => {
  await openPage(page);
  const download = page.waitForEvent("download");
  await choose(page, /Share the program/, "Download high_scores.py");
  const file = await download;
  expect(file.suggestedFilename()).toBe("high_scores.py");
  expect(await readFile(await file.path(), "utf8")).toBe(await readFile("examples/high_scores.py", "utf8"));
});
