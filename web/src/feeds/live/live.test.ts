import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed } from "../feed.js";
import { readLiveAddress } from "./address.js";
import { bounded } from "./bounds.js";
import type { ConnectionListener } from "./connection.js";
import { EventStreamReader } from "./event-stream.js";
import { LiveSource, type LiveStatus } from "./live-source.js";

describe("an address of messages", () => {
  const read = (text: string) => {
    const address = readLiveAddress(text, { protocol: "https:" });
    return "kind" in address ? address.kind : address.refusal;
  };

  it.each([
    ["https://stream.example/edits", "events"],
    ["wss://stream.example", "socket"],
    ["http://localhost:8080/", "events"],
    ["ws://127.0.0.1:9000", "socket"],
    ["ws://[::1]:9000", "socket"],
  ])("%s gives %s", (text, kind) => {
    expect(read(text)).toBe(kind);
  });

  it("is refused with what to do instead", () => {
    expect(read("http://stream.example/")).toMatch(/not encrypted, and a browser refuses .* use https:\/\//);
    expect(read("ws://10.0.0.1/")).toMatch(/use wss:\/\//);
    expect(read("file:///etc/passwd")).toMatch(/^Messages come from https/);
    expect(read("javascript:alert(1)")).toMatch(/^Messages come from https/);
    expect(read("edits")).toMatch(/^This is no address/);
  });
});

describe("a stream of events", () => {
  it("is taken apart however its pieces are cut", () => {
    const text = ': hello\r\n\r\nevent: message\nid: 1\ndata: {"a":1}\n\ndata:two\ndata: lines\r\n\r\nid: 2\n\n';
    for (let size = 1; size <= text.length; size++) {
      const reader = new EventStreamReader();
      const events: string[] = [];
      for (let at = 0; at < text.length; at += size) events.push(...reader.take(text.slice(at, at + size)));
      expect(events, `pieces of ${size}`).toEqual(['{"a":1}', "two\nlines"]);
    }
  });
});

describe("what is kept", () => {
  const feed = (count: number, length: number): Feed => ({
    type: "socket",
    host: "localhost",
    port: 9999,
    items: Array.from({ length: count }, (_, ms) => ({ ms, text: "x".repeat(length) })),
    live: "",
  });

  it("are the last items", () => {
    expect(bounded(feed(3, 10)).dropped).toBe(0);
    const { feed: kept, dropped } = bounded(feed(1200, 10));
    expect([dropped, kept.items.length, kept.items[0]?.ms]).toEqual([200, 1000, 200]);
    expect(bounded(feed(3, 200_000)).dropped).toBe(1);
    expect(bounded(feed(2, 600_000)).dropped).toBe(1);
  });
});

describe("LiveSource", () => {
  let connections: { listener: ConnectionListener; isClosed: boolean }[];
  let status: LiveStatus;
  let taken: string[];
  let isHalted: boolean;
  let source: LiveSource;
  const last = () => connections.at(-1) as (typeof connections)[number];

  beforeEach(() => {
    vi.useFakeTimers();
    connections = [];
    taken = [];
    isHalted = false;
    source = new LiveSource(
      "wss://a.example/",
      {
        changed: (now) => {
          status = now;
        },
        take(messages) {
          if (!isHalted) taken.push(...messages);
          return !isHalted;
        },
      },
      (_, listener) => {
        const connection = { listener, isClosed: false };
        connections.push(connection);
        return {
          close() {
            connection.isClosed = true;
          },
        };
      },
    );
    source.start();
  });

  afterEach(() => {
    source.stop();
    vi.useRealTimers();
  });

  it("hands on what comes, twice a second, and keeps it while the program is halted", () => {
    last().listener.opened();
    last().listener.message("a");
    last().listener.message("b");
    expect(taken).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(taken).toEqual(["a", "b"]);
    isHalted = true;
    last().listener.message("c");
    vi.advanceTimersByTime(5000);
    isHalted = false;
    vi.advanceTimersByTime(500);
    expect(taken).toEqual(["a", "b", "c"]);
    expect(status).toMatchObject({ phase: "open", received: 3, dropped: 0 });
  });

  it("drops the oldest of too many, and says how many", () => {
    last().listener.opened();
    for (let number = 0; number < 100; number++) last().listener.message(String(number));
    vi.advanceTimersByTime(500);
    expect([taken[0], taken.length]).toEqual(["60", 40]);
    expect(status).toMatchObject({ received: 100, dropped: 60 });
  });

  it("tries again, later each time, and gives up", () => {
    const pauses: number[] = [];
    for (let tries = 1; connections.length === tries; tries++) {
      last().listener.ended("Nothing answers.");
      const began = Date.now();
      while (connections.length === tries && status.phase === "retrying") vi.advanceTimersByTime(500);
      if (connections.length > tries) pauses.push((Date.now() - began) / 1000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
    expect(status).toMatchObject({ phase: "closed", words: "Nothing answers. It was tried 8 times." });
  });

  it("begins anew with its patience once it was open", () => {
    last().listener.ended("Closed.");
    vi.advanceTimersByTime(1000);
    last().listener.opened();
    last().listener.ended("Closed.");
    expect(status.words).toBe("Closed. Trying again in 1 s.");
  });

  it("is closed by a stop", () => {
    last().listener.opened();
    last().listener.message("a");
    source.stop();
    expect(last().isClosed).toBe(true);
    expect(taken).toEqual(["a"]);
    expect(status).toMatchObject({ phase: "closed", words: "Stopped.", received: 1 });
    vi.advanceTimersByTime(60_000);
    expect(connections).toHaveLength(1);
  });
});
