import type { Page } from "@playwright/test";

/** Shows a pane, where the window is too narrow for all of them at once. */
export async function openPane(page: Page, name: "Program" | "Stream" | "Results"): Promise<void> {
  // The tabs come with the page's first drawing.
  await page.getByRole("main").waitFor();
  const tab = page.getByRole("tab", { name });
  if (await tab.isVisible()) await tab.click();
}
