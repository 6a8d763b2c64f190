import { expect, type Page } from "@playwright/test";
import { Bridge, LineServer, MockBroker } from "./bridge-fixture.js";
import { test } from "./server-fixture.js";

/** `brooklet bridge` from a page: a real TCP server, and a Kafka broker that is not ours. */

test.use({ isolated: false });
test.setTimeout(120_000);

/** A WebSocket that the page opens; what came, and how it ended. */
interface Opened {
  texts: string[];
  end: { code: number; reason: string } | null;
}

/** Opens a WebSocket in the page; gives its number. */
function open(page: Page, address: string): Promise<number> {
  return page.evaluate((address) => {
    const all = window as unknown as { opened?: (Opened & { socket: WebSocket })[] };
    all.opened ??= [];
    const opened: Opened & { socket: WebSocket } = { texts: [], end: null, socket: new WebSocket(address) };
    opened.socket.onmessage = ({ data }) => opened.texts.push(data);
    opened.socket.onclose = ({ code, reason }) => {
      opened.end = { code, reason };
    };
    return all.opened.push(opened) - 1;
  }, address);
}

function read(page: Page, number: number): Promise<Opened> {
  return page.evaluate((number) => {
    const { opened } = window as unknown as { opened: (Opened & { socket: WebSocket })[] };
    const { texts, end } = opened[number] as Opened;
    return { texts, end };
  }, number);
}

function close(page: Page, number: number): Promise<void> {
  return page.evaluate((number) => {
    (window as unknown as { opened: { socket: WebSocket }[] }).opened[number]?.socket.close();
  }, number);
}

test("the lines of a TCP server reach the page that is allowed, and no other", async ({ page, server, browser }) => {
  const lines = new LineServer();
  const address = await lines.listen();
  const bridge = await Bridge.start(server.url, "--socket", address);
  try {
    await page.goto("./");
    const first = await open(page, bridge.at(`/socket/${address}`));
    await expect.poll(() => lines.connections).toBe(1);
    lines.send("one\r\ntwo\n\nthr");
    lines.hangUp();
    const end = { code: 4001, reason: `${address} has closed the connection` };
    await expect.poll(() => read(page, first)).toEqual({ texts: ["one", "two", "", "thr"], end });

    const wrong = await open(page, bridge.at(`/socket/${address}`).replace(/token=./, "token="));
    await expect.poll(async () => (await read(page, wrong)).end?.code).toBe(1006);
    // An empty page has the origin `null`.
    const other = await browser.newPage();
    const refused = await open(other, bridge.at(`/socket/${address}`));
    await expect.poll(async () => (await read(other, refused)).end?.code).toBe(1006);
    await other.close();
    expect(lines.connections).toBe(0);
  } finally {
    bridge.end();
    lines.end();
  }
});

test("the records of a topic reach the page, nothing lost, nothing twice", async ({ page, server }) => {
  const broker = await MockBroker.start();
  await broker.tell("topic words 2");
  await broker.tell("produce words 0 - zero");
  await broker.tell("produce words 1 k one");
  const bridge = await Bridge.start(server.url, "--broker", broker.address);
  const records = async (number: number) => {
    const { texts } = await read(page, number);
    const messages = texts.map((text) => JSON.parse(text)).filter(({ type }) => type === "record");
    return messages.map(({ partition, offset, key, value }) => `${partition} ${offset} ${key} ${value}`).sort();
  };
  try {
    await page.goto("./");
    const first = await open(page, bridge.at("/topic/words", "from=earliest&"));
    await expect.poll(() => records(first)).toEqual(["0 0 null zero", "1 0 k one"]);

    await broker.tell("down");
    await page.waitForTimeout(1000);
    await broker.tell("up");
    for (const record of ["0 - two", "1 - three", "1 k four"]) await broker.tell(`produce words ${record}`);
    const all = ["0 0 null zero", "0 1 null two", "1 0 k one", "1 1 null three", "1 2 k four"];
    await expect.poll(() => records(first)).toEqual(all);

    await close(page, first);
    await broker.tell("produce words 1 - five");
    const second = await open(page, bridge.at("/topic/words", "offsets=0:2,1:3&"));
    await expect.poll(() => records(second)).toEqual(["1 3 null five"]);
  } finally {
    bridge.end();
    broker.end();
  }
});

const PROGRAM = `from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from pyspark.streaming.kafka import KafkaUtils

ssc = StreamingContext(SparkContext("local[2]", "Bridge"), 1)
clicks = KafkaUtils.createDirectStream(ssc, ["clicks"], {"metadata.broker.list": "localhost:9092"})
clicks.map(lambda click: "value %s" % click[1]).pprint()
ssc.start()
ssc.awaitTermination()
`;

test("a program in the page reads a real topic, and goes on with it after a break", async ({ page, server }) => {
  const broker = await MockBroker.start();
  await broker.tell("topic clicks 2");
  await broker.tell("produce clicks 0 - before");
  const bridge = await Bridge.start(server.url, "--broker", broker.address);
  const record = (text: string) =>
    page.getByRole("button", { name: new RegExp(`offset \\d+, batch \\d+: (k → )?${text}$`) });
  const printed = (text: string) => page.locator("brooklet-results-view").getByText(`value ${text}`);
  try {
    await page.goto("./");
    const file = { name: "clicks.py", mimeType: "text/plain", buffer: Buffer.from(PROGRAM) };
    await page.locator("brooklet-program-menu input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Live …" }).click();
    const live = page.getByRole("form", { name: "Live messages" });
    await page.getByRole("textbox", { name: "Address of the messages" }).fill(bridge.address);
    await live.getByRole("button", { name: "Connect" }).click();
    await expect(page.getByText(/^Open[.:]/)).toBeVisible();
    await broker.tell("produce clicks 1 k one");
    await expect(printed("one")).toBeVisible();

    await broker.tell("down");
    await broker.tell("up");
    await broker.tell("produce clicks 0 - two");
    await expect(printed("two")).toBeVisible();

    await live.getByRole("button", { name: "Stop" }).click();
    await broker.tell("produce clicks 1 - three");
    await live.getByRole("button", { name: "Connect" }).click();
    await expect(printed("three")).toBeVisible();
    for (const text of ["one", "two", "three"]) await expect(record(text)).toHaveCount(1);
    await expect(record("before")).toHaveCount(0);
  } finally {
    bridge.end();
    broker.end();
  }
});
