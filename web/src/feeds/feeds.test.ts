import { describe, expect, it } from "vitest";
import { batchOf, gridOf, timeFor } from "./batch-grid.js";
import { emptyFeed, type Feed, feedOf, sameFeeds, type TopicFeed, toEngineFeed, withFeed, withMore } from "./feed.js";
import { withAct, withMoved } from "./feed-list.js";
import { filesOfBatches, newName } from "./folder-files.js";
import { GENERATORS, generate, randomNumbers, spread } from "./generators.js";
import { toBatches } from "./item-batches.js";

const GRID = gridOf({ type: "socket" }, undefined, []);
const TOPIC_GRID = gridOf({ type: "topic" }, undefined, []);
const FOLDER_GRID = gridOf({ type: "folder" }, undefined, []);
const feed = (port: number, ...texts: string[]): Feed => ({
  type: "socket",
  host: "localhost",
  port,
  items: texts.map((text, index) => ({ ms: index * 1000, text })),
  live: "",
});
const TOPIC: TopicFeed = {
  type: "topic",
  name: "clicks",
  partitions: 2,
  items: [
    { ms: 600, partition: 0, key: "a", value: "1" },
    { ms: 600, partition: 1, key: null, value: "2" },
    { ms: 1600, partition: 0, key: "a", value: null },
  ],
  live: "",
};

describe("batches of items", () => {
  it.each([
    [0, 1],
    [800, 1],
    [801, 2],
    [1000, 2],
    [1800, 2],
    [1801, 3],
  ])("a line at %i ms comes in batch %i", (ms, batch) => {
    expect(batchOf(ms, GRID)).toBe(batch);
  });

  it.each([
    [0, 1, 1],
    [999, 1, 1],
    [1000, 1, 2],
    [1001, 2, 2],
  ])("a record or a file at %i ms comes in batch %i or %i", (ms, ofTopic, ofFolder) => {
    expect([batchOf(ms, TOPIC_GRID), batchOf(ms, FOLDER_GRID)]).toEqual([ofTopic, ofFolder]);
  });

  it("what a receiver of a topic gets comes in blocks", () => {
    const grid = gridOf({ type: "topic" }, { slideMs: 1000, operator: "createStream" }, []);
    expect(batchOf(801, grid)).toBe(2);
  });

  it("an item that is put into a batch comes in it", () => {
    for (const grid of [GRID, TOPIC_GRID, FOLDER_GRID]) {
      for (const batchMs of [1000, 5000, 200, 100]) {
        const own = { ...grid, batchMs, startMs: 3000 };
        if (batchMs === 100 && grid.blockMs > 0) continue;
        expect(batchOf(timeFor(7, own), own)).toBe(7);
      }
    }
  });

  it("have blocks", () => {
    const lines = [0, 100, 700, 1000].map((ms) => ({ ms, text: "a" }));
    const blocks = toBatches(lines, GRID).map(({ batch, items }) => [batch, items.map(({ block }) => block)]);
    expect(blocks).toEqual([
      [1, [1, 2, 3]],
      [2, [1]],
    ]);
    expect(toBatches(lines, FOLDER_GRID)[0]?.items.map(({ block }) => block)).toEqual([1, 1, 1]);
  });

  it("are filled from a text", () => {
    const lines = spread("a\nb\tc\r\nd\n", { linesABatch: 2, isKeyed: false }, 3, GRID);
    expect(lines.map(({ ms, text }) => [batchOf(ms, GRID), text])).toEqual([
      [3, "a"],
      [3, "b\tc"],
      [4, "d"],
    ]);
    const keyed = spread("a\nb\tc\n", { linesABatch: 2, isKeyed: true }, 1, GRID);
    expect(keyed.map(({ key, text }) => [key, text])).toEqual([
      [null, "a"],
      ["b", "c"],
    ]);
  });
});

describe("feeds", () => {
  it("are put in the place of that of the same address, and go when they are empty", () => {
    const feeds = [feed(1, "a"), feed(2, "b")];
    expect(withFeed(feeds, feed(1, "c"))).toEqual([feed(1, "c"), feed(2, "b")]);
    expect(withFeed(feeds, feed(3, "c"))).toEqual([...feeds, feed(3, "c")]);
    expect(withFeed(feeds, feed(1))).toEqual([feed(2, "b")]);
    expect(withFeed(feeds, { ...TOPIC, items: [] })).toHaveLength(3);
    expect(feedOf(feeds, { type: "socket", host: "other", port: 1 }).items).toEqual([]);
    expect(feedOf([{ ...TOPIC, name: "logs" }], { type: "folder", path: "logs/" })).toEqual(
      emptyFeed({ type: "folder", path: "logs" }),
    );
  });

  it("keep items in the order of their times", () => {
    const { items } = withMore(feed(1, "a", "b"), [{ ms: 0, text: "c" }]);
    expect(items.map((item) => "text" in item && item.text)).toEqual(["a", "c", "b"]);
  });

  it("are equal when all in them is", () => {
    const file = (...bytes: number[]): Feed => ({
      ...emptyFeed({ type: "folder", path: "a" }),
      type: "folder",
      path: "a",
      items: [{ ms: 0, name: "b", bytes: Uint8Array.from(bytes) }],
    });
    expect(sameFeeds([file(1, 2)], [file(1, 2)])).toBe(true);
    expect(sameFeeds([file(1, 2)], [file(1, 3)])).toBe(false);
    expect(sameFeeds([feed(1)], [])).toBe(false);
  });

  it("go to the engine as it takes them", () => {
    expect(toEngineFeed(feed(1, "a"))).toMatchObject({ arrivals: [{ time: { ms: 0 }, data: "a\n" }] });
    expect(toEngineFeed(feed(1, "a"), true)).toMatchObject({ arrivals: [{ time: "now", data: "a\n" }] });
    expect(toEngineFeed(TOPIC)).toEqual({
      type: "topic",
      name: "clicks",
      partitions: [
        [
          { time: { ms: 600 }, key: "a", value: "1" },
          { time: { ms: 1600 }, key: "a", value: null },
        ],
        [{ time: { ms: 600 }, key: null, value: "2" }],
      ],
    });
  });
});

describe("items of a feed", () => {
  const values = ({ items }: TopicFeed) =>
    items.map(({ ms, partition, value }) => [batchOf(ms, TOPIC_GRID), partition, value]);

  it("are moved to the batch before or after, and taken out", () => {
    expect(values(withAct(TOPIC, "later", 0, TOPIC_GRID))).toEqual([
      [1, 1, "2"],
      [2, 0, null],
      [2, 0, "1"],
    ]);
    expect(withAct(TOPIC, "earlier", 0, TOPIC_GRID)).toBe(TOPIC);
    expect(values(withAct(TOPIC, "remove", 1, TOPIC_GRID))).toEqual([
      [1, 0, "1"],
      [2, 0, null],
    ]);
  });

  it("are dragged before others, into other partitions and new batches", () => {
    expect(values(withMoved(TOPIC, 2, { batch: 1, partition: 1, before: 1 }, TOPIC_GRID))).toEqual([
      [1, 0, "1"],
      [1, 1, null],
      [1, 1, "2"],
    ]);
    expect(values(withMoved(TOPIC, 0, { batch: 3, partition: 0, before: null }, TOPIC_GRID)).at(-1)).toEqual([
      3,
      0,
      "1",
    ]);
    expect(withMoved(TOPIC, 0, { batch: 1, partition: 0, before: 0 }, TOPIC_GRID)).toBe(TOPIC);
  });
});

describe("files of a folder", () => {
  it("have names of their own", () => {
    expect(newName([])).toBe("lines-1.txt");
    expect(newName([{ name: "lines-1.txt" }])).toBe("lines-2.txt");
    expect(newName([{ name: "a.csv" }], "a.csv")).toBe("a-2.csv");
    expect(newName([{ name: "a" }, { name: "a-2" }], "a")).toBe("a-3");
  });

  it("hold the lines of a batch each", () => {
    const lines = spread("a\nb\nc\n", { linesABatch: 2, isKeyed: false }, 1, FOLDER_GRID);
    const files = filesOfBatches(lines, [{ ms: 0, name: "lines-1.txt", bytes: new Uint8Array() }], FOLDER_GRID);
    expect(files.map(({ ms, name, bytes }) => [ms, name, new TextDecoder().decode(bytes)])).toEqual([
      [600, "lines-2.txt", "a\nb\n"],
      [1600, "lines-3.txt", "c\n"],
    ]);
  });
});

describe("generators", () => {
  it("give the same for the same seed", () => {
    for (const generator of GENERATORS) {
      const rate = { linesASecond: 4, seconds: 2, seed: 7 };
      const lines = generate(generator, rate, 1000);
      expect(lines.map(({ ms }) => ms)).toEqual([1000, 1250, 1500, 1750, 2000, 2250, 2500, 2750]);
      expect(generate(generator, rate, 1000)).toEqual(lines);
      expect(generate(generator, { ...rate, seed: 8 }, 1000)).not.toEqual(lines);
      expect(lines.every(({ text }) => text !== "" && !text.includes("\n"))).toBe(true);
      expect(lines.every(({ text, key }) => key === null || (key !== "" && text.includes(key)))).toBe(true);
    }
  });

  it("have numbers that are spread evenly", () => {
    const random = randomNumbers(1);
    const mean = Array.from({ length: 1000 }, random).reduce((sum, number) => sum + number, 0) / 1000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
