import { expect, type Page } from "@playwright/test";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** Figures of matplotlib, on the engine that people get. */

// The engine and axe, at three widths and in two themes: minutes, on a machine that does much else.
test.setTimeout(180_000);

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** As people plot what a stream counts. */
const PROGRAM = `import matplotlib.pyplot as plt
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "WordBars")
ssc = StreamingContext(sc, 1)
batches = [["to", "be", "or", "not", "to", "be"], ["that", "is", "the", "question"], []]
counts = ssc.queueStream(batches).map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)

plt.ion()

def draw(time, rdd):
    found = sorted(rdd.collect())
    if not found:
        return
    plt.clf()
    plt.bar([word for word, _ in found], [count for _, count in found], label="words")
    plt.title("%d words" % len(found))
    plt.xlabel("word")
    plt.ylabel("count")
    plt.xticks(rotation=45)
    plt.legend()
    plt.pause(0.1)

counts.foreachRDD(draw)
ssc.start()
ssc.awaitTerminationOrTimeout(3.5)
ssc.stop()
`;

const figure = (page: Page) => page.locator("brooklet-figure-view");
const drawing = (page: Page) => figure(page).getByRole("img");

async function open(page: Page): Promise<void> {
  await page.goto("./");
  await page.locator("brooklet-program-menu input[type=file]").setInputFiles({
    name: "word_bars.py",
    mimeType: "text/plain",
    buffer: Buffer.from(PROGRAM),
  });
  const tab = page.getByRole("tab", { name: "Results" });
  if (await tab.isVisible()) await tab.click();
}

for (const { width, height } of SIZES) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } });

    test("a figure is seen at the batch that drew it", async ({ page }) => {
      await open(page);
      await expect(drawing(page)).toHaveAttribute("aria-label", "4 words: bars", { timeout: 60_000 });
      await expect(figure(page).getByText("Drawn at batch 2")).toBeVisible();
      await expect(drawing(page).getByText("question")).toBeVisible();
      await expectSound(page, `figure-${width}`);
      await figure(page).getByRole("button", { name: "batch 2" }).click();
      await expect(figure(page).getByText("Drawn at")).toHaveCount(0);
      await page.getByRole("slider", { name: "Batch" }).press("Home");
      await expect(drawing(page).getByText("not")).toBeVisible();
      await figure(page).getByText("Numbers").click();
      await expect(figure(page).getByRole("row", { name: "to 2" })).toBeVisible();
      await expectSound(page, `figure-numbers-${width}`);
    });

    test("a figure has the ink and the paper of a dark page", async ({ page }) => {
      await page.emulateMedia({ colorScheme: "dark" });
      await open(page);
      await expect(drawing(page)).toBeVisible({ timeout: 60_000 });
      await expectSound(page, `figure-dark-${width}`);
    });

    test("a figure keeps its colours where the system's are forced", async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active" });
      await open(page);
      await expect(drawing(page)).toBeVisible({ timeout: 60_000 });
      await expectSound(page, `figure-forced-${width}`);
    });
  });
}
