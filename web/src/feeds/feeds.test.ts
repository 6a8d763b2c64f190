import { describe, expect, it } from "vitest";
import { batchOf, spread, timeFor, toLineBatches } from "./batch-grid.js";
import { feedOf, type SocketFeed, toArrival, toEngineFeed, withFeed, withLines } from "./feed.js";
import { GENERATORS, generate, randomNumbers } from "./generators.js";

const GRID = { batchMs: 1000, startMs: 0 };
const feed = (port: number, ...texts: string[]): SocketFeed => ({
  host: "localhost",
  port,
  lines: texts.map((text, index) => ({ ms: index * 1000, text })),
});

describe("batches of lines", () => {
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

  it("a line that is put into a batch comes in it", () => {
    for (const grid of [GRID, { batchMs: 5000, startMs: 3000 }, { batchMs: 200, startMs: 0 }]) {
      expect(batchOf(timeFor(7, grid), grid)).toBe(7);
    }
  });

  it("have blocks", () => {
    const lines = [0, 100, 700, 1000].map((ms) => ({ ms, text: "a" }));
    const blocks = toLineBatches(lines, GRID).map(({ batch, lines }) => [batch, lines.map(({ block }) => block)]);
    expect(blocks).toEqual([
      [1, [1, 2, 3]],
      [2, [1]],
    ]);
  });

  it("are filled from a text", () => {
    const batches = spread("a\nb\r\nc\n", 2, 3, GRID).map(({ ms, text }) => [batchOf(ms, GRID), text]);
    expect(batches).toEqual([
      [3, "a"],
      [3, "b"],
      [4, "c"],
    ]);
  });
});

describe("feeds", () => {
  it("are put in the place of that of the same server, and go when they are empty", () => {
    const feeds = [feed(1, "a"), feed(2, "b")];
    expect(withFeed(feeds, feed(1, "c"))).toEqual([feed(1, "c"), feed(2, "b")]);
    expect(withFeed(feeds, feed(3, "c"))).toEqual([...feeds, feed(3, "c")]);
    expect(withFeed(feeds, feed(1))).toEqual([feed(2, "b")]);
    expect(feedOf(feeds, { host: "other", port: 1 }).lines).toEqual([]);
  });

  it("keep lines in the order of their times", () => {
    const lines = withLines(feed(1, "a", "b").lines, [{ ms: 0, text: "c" }]);
    expect(lines.map(({ text }) => text)).toEqual(["a", "c", "b"]);
  });

  it("go to the engine as bytes with line ends", () => {
    expect(toEngineFeed(feed(1, "a"))).toMatchObject({ arrivals: [{ time: { ms: 0 }, data: "a\n" }] });
    expect(toArrival(feed(1), ["a", "b"])).toMatchObject({ arrivals: [{ time: "now", data: "a\nb\n" }] });
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
    }
  });

  it("have numbers that are spread evenly", () => {
    const random = randomNumbers(1);
    const mean = Array.from({ length: 1000 }, random).reduce((sum, number) => sum + number, 0) / 1000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
