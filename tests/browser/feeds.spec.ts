import { expect, type Page } from "@playwright/test";
import { serveEvents, serveSocket } from "./message-servers.js";
import { openPane } from "./panes.js";
import { expectSound } from "./scripted-page.js";
import { test } from "./server-fixture.js";

/** What the world sends to programs: topics, folders, live messages, on the engine that people get. */

test.use({ isolated: false });
// Several runs of the engine and of axe a test: minutes, on a machine that does much else.
test.setTimeout(240_000);

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

const BEGINNING = `from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Feeds")
ssc = StreamingContext(sc, 1)
`;

const END = `
ssc.start()
ssc.awaitTermination()
`;

const TOPIC = `${BEGINNING}
from pyspark.streaming.kafka import KafkaUtils

clicks = KafkaUtils.createDirectStream(ssc, ["clicks"], {"bootstrap.servers": "broker:9092"})
clicks.map(lambda click: (click[0], 1)).reduceByKey(lambda a, b: a + b).pprint()
${END}`;

const FOLDER = `${BEGINNING}
lines = ssc.textFileStream("logs")
lines.flatMap(lambda line: line.split(" ")).countByValue().pprint()
${END}`;

const SOCKET = `${BEGINNING}
lines = ssc.socketTextStream("localhost", 9999)
lines.map(lambda line: "got " + line).pprint()
${END}`;

const HDFS = `${BEGINNING}
lines = ssc.textFileStream("hdfs://namenode:9000/user/me/logs")
lines.pprint()
${END}`;

const ONE_CORE = SOCKET.replace("local[2]", "local[1]");

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

    test("a topic that is missing is made; records are produced, changed, moved, generated", async ({ page }) => {
      await openText(page, "topic.py", TOPIC);
      await openPane(page, "Results");
      await expect(page.getByText("The program waits for a record.")).toBeVisible();
      await expectSound(page, name("topic-empty"));
      await page.getByRole("button", { name: "produce three to begin with" }).click();
      await expect(results(page).getByText("('ana', 1)")).toBeVisible();
      await page.getByRole("button", { name: "Partition", exact: true }).click();
      await expect(page.getByRole("columnheader", { name: /Partition 1/ })).toBeVisible();
      await page.getByLabel("Key", { exact: true }).fill("dora");
      await page.getByLabel("Value", { exact: true }).fill("hello");
      await page.getByLabel("Value", { exact: true }).press("Enter");
      await expect(results(page).getByText("('dora', 1)")).toBeVisible();
      await expectSound(page, name("topic-records"));

      const record = page.getByRole("button", { name: /offset 0, batch \d+: ana/ });
      await record.click();
      await expect(page.getByLabel("Key", { exact: true })).toHaveValue("ana");
      await page.getByLabel("Key", { exact: true }).fill("emil");
      await expectSound(page, name("topic-change"));
      await page.getByRole("button", { name: "Save" }).click();
      await expect(results(page).getByText("('emil', 1)")).toBeVisible();
      const changed = page.getByRole("button", { name: /batch \d+: emil/ });
      const before = await changed.getAttribute("aria-label");
      await changed.focus();
      await page.keyboard.press("Alt+ArrowDown");
      await expect(changed).not.toHaveAttribute("aria-label", before ?? "");
      await expect(changed).toBeFocused();
      await page.keyboard.press("Delete");
      await expect(changed).toHaveCount(0);

      await page.getByText("On a current cluster: Structured Streaming").click();
      await expect(page.getByRole("region", { name: "The program in Structured Streaming" })).toContainText(
        '.option("subscribe", "clicks")',
      );
      await expectSound(page, name("topic-structured"));
      await page.getByText("On a current cluster: Structured Streaming").click();

      await page.getByRole("button", { name: "Add records …" }).click();
      await page.getByRole("button", { name: "Generated" }).click();
      await page.getByRole("combobox", { name: "What they are" }).selectOption("clicks");
      await page.getByRole("button", { name: "Add them" }).click();
      await expect(
        page.getByRole("button", { name: /^Partition 1, offset \d+, batch \d+: \w+ → {"time"/ }).first(),
      ).toBeVisible();
      await page.reload();
      await openPane(page, "Results");
      await expect(
        results(page)
          .getByText(/\('fatou', \d\)/)
          .first(),
      ).toBeVisible();
    });

    test("files appear in a folder: added, opened, renamed, moved, removed", async ({ page }) => {
      await openText(page, "folder.py", FOLDER);
      await openPane(page, "Results");
      await expect(page.getByText("The program waits for a file.")).toBeVisible();
      await expectSound(page, name("folder-empty"));
      await page.getByRole("button", { name: "put one in to begin with" }).click();
      await expect(results(page).getByText("('be', 2)")).toBeVisible();
      await page.locator("brooklet-folder-pane input[type=file]").setInputFiles({
        name: "more.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("stream stream\n"),
      });
      await expect(results(page).getByText("('stream', 2)")).toBeVisible();
      await page.getByRole("button", { name: /^File more.txt/ }).click();
      await page.getByRole("textbox", { name: "Name of more.txt" }).fill("other.txt");
      await page.getByRole("textbox", { name: "Name of more.txt" }).press("Tab");
      await page.getByRole("textbox", { name: "Text of other.txt" }).fill("brook\n");
      await expectSound(page, name("folder-open"));
      await page.getByRole("button", { name: "Close other.txt" }).click();
      await expect(results(page).getByText("('brook', 1)")).toBeVisible();
      await page.getByRole("button", { name: /^File other.txt/ }).click();
      await page.getByRole("button", { name: "Move to the next batch" }).click();
      await page.getByRole("button", { name: /^File other.txt/ }).press("Delete");
      await expect(page.getByRole("button", { name: /^File other.txt/ })).toHaveCount(0);
      await expectSound(page, name("folder-files"));
    });

    test("live messages become lines while the program runs", async ({ page }) => {
      const events = await serveEvents();
      try {
        await openText(page, "live.py", SOCKET);
        await openPane(page, "Results");
        await expect(page.getByText("The program waits for a line.")).toBeVisible();
        await page.getByRole("button", { name: "Live …" }).click();
        const address = page.getByRole("textbox", { name: "Address of the messages" });
        await address.fill("http://example.org/stream");
        await page.getByRole("button", { name: "Connect" }).click();
        await expect(page.getByText(/http: is not encrypted|http:\/\/ is not encrypted/)).toBeVisible();
        await expectSound(page, name("live-refused"));
        await address.fill(`http://127.0.0.1:${events.port}/`);
        await page.getByRole("button", { name: "Connect" }).click();
        await expect(page.getByText(/^Open[.:]/)).toBeVisible();
        events.send("first");
        await expect(results(page).getByText("got first")).toBeVisible();
        const prompt = page.getByRole("textbox", { name: /Line to send/ });
        await prompt.fill("typed");
        await prompt.press("Enter");
        await expect(page.getByRole("button", { name: /^Line 2, batch \d+: typed/ })).toBeVisible();
        await expectSound(page, name("live-open"));

        events.drop();
        await expect(page.getByText(/The server closed the connection. Trying again in 1 s/)).toBeVisible();
        await expect(page.getByText(/^Open[.:]/)).toBeVisible();
        events.send("second");
        await expect(page.getByRole("button", { name: /^Line 3, batch \d+: second/ })).toBeVisible();
        await page.getByRole("form", { name: "Live messages" }).getByRole("button", { name: "Stop" }).click();
        await expect(page.getByText(/2 messages came\. Stopped\./)).toBeVisible();

        // What came is kept, and a new visit opens nothing by itself.
        await page.reload();
        await openPane(page, "Results");
        await expect(results(page).getByText("got second")).toBeVisible();
        await expect(page.getByText(/Nothing is opened before you connect/)).toBeVisible();
      } finally {
        await events.close();
      }
    });
  });
}

test("messages of a WebSocket become values of a topic", async ({ page }) => {
  const socket = await serveSocket();
  try {
    await openText(page, "topic.py", TOPIC);
    await page.getByRole("button", { name: "Live …" }).click();
    await page.getByRole("textbox", { name: "Address of the messages" }).fill(`ws://127.0.0.1:${socket.port}/`);
    await page.getByRole("button", { name: "Connect" }).click();
    await expect(page.getByText(/^Open[.:]/)).toBeVisible();
    socket.send("value of a socket");
    await expect(page.getByRole("button", { name: /offset 0, batch \d+: value of a socket/ })).toBeVisible();
    await expect(results(page).getByText("(None, 1)")).toBeVisible();
  } finally {
    await socket.close();
  }
});

test("it is said why an address gives nothing", async ({ page }) => {
  const closed = await serveEvents({ isOpenToAll: false });
  const { port } = closed;
  try {
    await openText(page, "live.py", SOCKET);
    await expect(page.getByText("The program waits for a line.")).toBeVisible();
    await page.getByRole("button", { name: "Live …" }).click();
    const address = page.getByRole("textbox", { name: "Address of the messages" });
    const form = page.getByRole("form", { name: "Live messages" });
    await address.fill(`http://127.0.0.1:${port}/`);
    await form.getByRole("button", { name: "Connect" }).click();
    await expect(page.getByText(/does not allow other pages to read this \(CORS\)\. Trying again/)).toBeVisible();
    await form.getByRole("button", { name: "Stop" }).click();
    await closed.close();
    await form.getByRole("button", { name: "Connect" }).click();
    await expect(page.getByText(/nothing answers at 127\.0\.0\.1/)).toBeVisible();
    await form.getByRole("button", { name: "Stop" }).click();
    await address.fill("ws://127.0.0.1:9/");
    await form.getByRole("button", { name: "Connect" }).click();
    await expect(page.getByText(/No connection: nothing answers/)).toBeVisible();
  } finally {
    await closed.close().catch(() => {});
  }
});

test("lines are dragged to another batch", async ({ page }) => {
  await openText(page, "lines.py", SOCKET);
  await expect(page.getByText("The program waits for a line.")).toBeVisible();
  const prompt = page.getByRole("textbox", { name: /Line to send/ });
  for (const line of ["one", "two"]) {
    await prompt.fill(line);
    await prompt.press("Enter");
    await expect(results(page).getByText(`got ${line}`)).toBeVisible();
  }
  const line = (text: string) => page.getByRole("button", { name: new RegExp(`: ${text}$`) });
  const batch = (await line("one").getAttribute("aria-label"))?.match(/batch \d+/)?.[0] ?? "";
  await line("two").dragTo(line("one"), { targetPosition: { x: 20, y: 2 } });
  await expect(line("two")).toHaveAttribute("aria-label", `Line 1, ${batch}: two`);
  await expect(line("two")).toBeFocused();
});

test("a path of a cluster, and a core too few, are mended by a button", async ({ page }) => {
  await openText(page, "hdfs.py", HDFS);
  await page.getByRole("button", { name: 'Write "user/me/logs" in its place' }).first().click();
  await expect(page.getByText("The program waits for a file.")).toBeVisible();
  await expect(page.locator("brooklet-folder-pane").getByText("user/me/logs").first()).toBeVisible();
  await openText(page, "core.py", ONE_CORE);
  const prompt = page.getByRole("textbox", { name: /Line to send/ });
  await prompt.fill("a");
  await prompt.press("Enter");
  await page.getByRole("button", { name: 'Write "local[2]" in its place' }).click();
  await expect(results(page).getByText("got a")).toBeVisible();
});

test("the example with public edits runs on its recording, and opens nothing by itself", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./?example=public_edits");
  await expect(
    results(page)
      .getByText(/\('enwiki', \d+\)/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Address of the messages" })).toHaveValue(
    "https://stream.wikimedia.org/v2/stream/recentchange",
  );
  expect(asked.filter((url) => url.includes("wikimedia"))).toEqual([]);
  await expectSound(page, "public-edits");
});
