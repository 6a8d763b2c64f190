import { expect, type Page } from "@playwright/test";
import { openPane } from "./panes.js";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** Programs as people have them, on the engine that people get: sockets, arguments, notebooks, Python 2. */

// Several runs of the engine and of axe a test: minutes, on a machine that does much else.
test.setTimeout(180_000);

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** The network word count of Spark's streaming guide. */
const GUIDE = `from pyspark import SparkContext
from pyspark.streaming import StreamingContext

# Create a local StreamingContext with two working thread and batch interval of 1 second
sc = SparkContext("local[2]", "NetworkWordCount")
ssc = StreamingContext(sc, 1)

# Create a DStream that will connect to hostname:port, like localhost:9999
lines = ssc.socketTextStream("localhost", 9999)

# Split each line into words
words = lines.flatMap(lambda line: line.split(" "))

# Count each word in each batch
pairs = words.map(lambda word: (word, 1))
wordCounts = pairs.reduceByKey(lambda x, y: x + y)

# Print the first ten elements of each RDD generated in this DStream to the console
wordCounts.pprint()

ssc.start()             # Start the computation
ssc.awaitTermination()  # Wait for the computation to terminate
`;

const WITH_ARGUMENTS = GUIDE.replace("from pyspark import", "import sys\nfrom pyspark import").replace(
  '"localhost", 9999',
  "sys.argv[1], int(sys.argv[2])",
);

const ASKS_FOR_ARGUMENTS = WITH_ARGUMENTS.replace(
  "sc = SparkContext",
  'if len(sys.argv) != 3:\n    print("Usage: asks.py <hostname> <port>", file=sys.stderr)\n    sys.exit(-1)\nsc = SparkContext',
);

const PYTHON_2 = `d = {"a": 1}
for (k, v) in d.iteritems():
    print "%s has" % k, v
try:
    print map(lambda (x, y): x + y, [(1, 2)])[0]
except Exception, e:
    print e
`;

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  cells: [
    { cell_type: "markdown", source: ["# Title"] },
    { cell_type: "code", source: ["%matplotlib inline\n", "x = 6"] },
    { cell_type: "code", source: "print(x * 7)" },
  ],
});

const prompt = (page: Page) => page.getByRole("textbox", { name: /Line to send/ });
const results = (page: Page) => page.locator("brooklet-results-view");

async function openText(page: Page, name: string, text: string): Promise<void> {
  await page.goto("./");
  await page.locator("brooklet-program-menu input[type=file]").setInputFiles({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
}

for (const { width, height } of SIZES) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } });
    const name = (state: string) => `${state}-${width}`;

    test("the guide's word count: lines are typed, counts are seen", async ({ page }) => {
      await openText(page, "network_wordcount.py", GUIDE);
      await openPane(page, "Results");
      await expect(page.getByText("The program waits for a line.")).toBeVisible();
      await expect(page.getByText("nc -lk 9999")).toBeVisible();
      await expectSound(page, name("socket-empty"));
      await prompt(page).fill("to be or not to be");
      await prompt(page).press("Enter");
      await expect(results(page).getByText("('to', 2)")).toBeVisible();
      await expect(page.getByRole("button", { name: /^Line 1, batch \d+: to be or not to be/ })).toBeVisible();
      await prompt(page).fill("that is");
      await prompt(page).press("Enter");
      await expect(results(page).getByText("('that', 1)")).toBeVisible();
      await expectSound(page, name("socket-lines"));

      // A past line is changed as a past batch is: the program runs again with it.
      await page.getByRole("button", { name: /^Line 1, batch \d+: to be/ }).click();
      const field = page.getByRole("textbox", { name: /^Line 1, batch/ });
      await field.fill("changed words");
      await field.press("Enter");
      await expect(results(page).getByText("('changed', 1)")).toBeVisible();
      await expect(results(page).getByText("('that', 1)")).toBeVisible();

      await page.getByRole("button", { name: "Add lines …" }).click();
      await page.getByRole("button", { name: "Generated" }).click();
      await expect(page.getByText(/^40 lines, batch/)).toBeVisible();
      await expectSound(page, name("socket-fill"));
      await page.getByRole("button", { name: "Add them" }).click();
      await expect(page.getByRole("button", { name: /^Line 42, batch \d+:/ })).toBeVisible();

      await page.reload();
      await openPane(page, "Results");
      await expect(results(page).getByText("('changed', 1)")).toBeVisible();
    });

    test("a program gets its arguments", async ({ page }) => {
      await openText(page, "argued.py", WITH_ARGUMENTS);
      await openPane(page, "Program");
      const field = page.locator("brooklet-program-pane").getByLabel("Arguments");
      await expect(field).toBeVisible();
      await field.fill('localhost "9999');
      await field.press("Enter");
      await expect(page.getByText("A quote is not closed.")).toBeVisible();
      await expectSound(page, name("arguments-open-quote"));
      await field.fill('localhost "9999"');
      await field.press("Enter");
      await openPane(page, "Results");
      await expect(page.getByText("The program waits for a line.")).toBeVisible();
    });

    test("a program that asks for arguments is started with them by a button", async ({ page }) => {
      await openText(page, "asks.py", ASKS_FOR_ARGUMENTS);
      await openPane(page, "Results");
      await expect(results(page).getByText("Usage: asks.py <hostname> <port>").first()).toBeVisible();
      await expectSound(page, name("arguments-asked"));
      await page.getByRole("button", { name: "Start it with localhost 9999" }).click();
      await expect(page.getByText("The program waits for a line.")).toBeVisible();
    });

    test("a program of Python 2 is named, and rewritten by a button", async ({ page }) => {
      await openText(page, "old.py", PYTHON_2);
      await openPane(page, "Program");
      await expect(page.getByText(/This is a program of Python 2/).first()).toBeVisible();
      await expectSound(page, name("python2"));
      await page.getByRole("button", { name: "Rewrite it in Python 3" }).first().click();
      await expect(page.getByText(/^Rewritten\./)).toBeVisible();
      await openPane(page, "Results");
      await expect(results(page).getByText("a has 1")).toBeVisible();
    });

    test("a notebook gives its code cells", async ({ page }) => {
      await openText(page, "first.ipynb", NOTEBOOK);
      await expect(page.getByText("A line that only a notebook understands is a comment now")).toBeVisible();
      await openPane(page, "Results");
      await expect(results(page).getByText("42")).toBeVisible();
      await expectSound(page, name("notebook"));
    });
  });
}

test("a notebook's text can be pasted", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("slider", { name: "Batch", exact: true })).toBeVisible();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const target = document.querySelector("brooklet-playground");
    target?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, NOTEBOOK);
  await expect(page.getByRole("button", { name: /^Notebook/ })).toBeVisible();
});
