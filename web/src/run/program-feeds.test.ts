import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftStore } from "../document/draft-store.js";
import { BLANK_PROGRAM } from "../document/program.js";
import { Workspace } from "../document/workspace.js";
import type { Feed, FeedLine } from "../feeds/feed.js";
import type { EngineRequest, StreamInfo } from "../generated/index.js";
import { ScriptedWorker } from "../testing/scripted-worker.js";
import { Session } from "./session.js";

const SERVER = { type: "socket", host: "localhost", port: 9999 } as const;
const lines = (...items: FeedLine[]): Feed => ({ ...SERVER, items, live: "" });
const INPUT: StreamInfo = {
  id: 0,
  operator: "socketTextStream",
  place: null,
  parents: [],
  slideMs: 1000,
  windowMs: null,
  isStateful: false,
  feeds: [SERVER],
};

let worker: ScriptedWorker;
let session: Session;

const settle = () => vi.advanceTimersByTimeAsync(400);
const start = () => worker.tell({ type: "graph", streams: [INPUT], outputs: [] });

/** The feeds of the last program that was loaded. */
function loadedFeeds(): unknown {
  const loads = worker.messages.flatMap((message): EngineRequest[] =>
    message.type === "request" ? [message.request] : [],
  );
  const last = loads.findLast(({ type }) => type === "load");
  return last?.type === "load" ? last.feeds : undefined;
}

beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  session = new Session(new Workspace(new DraftStore(localStorage), []), () => {
    worker = new ScriptedWorker();
    return worker;
  });
  session.document.startWith({ ...BLANK_PROGRAM, text: "one\n" });
  await settle();
  worker.take();
});

afterEach(() => vi.useRealTimers());

describe("ProgramFeeds", () => {
  it("makes an empty server for a program that asks for one, and starts it anew", async () => {
    start();
    await settle();
    expect(loadedFeeds()).toEqual([{ ...SERVER, arrivals: [] }]);
    expect(worker.take()).toEqual(["stop", "load", "run"]);
    start();
    await settle();
    expect(worker.take()).toEqual([]);
    expect(session.feeds.addresses).toEqual([SERVER]);
    expect(session.document.program.feeds).toEqual([]);
  });

  it("keeps what arrives while the program runs, which is no edit of it", async () => {
    start();
    await settle();
    start();
    await settle();
    worker.take();
    session.feeds.send(lines({ ms: 0, text: "a" }, { ms: 0, text: "b" }));
    expect(worker.messages.at(-1)).toMatchObject({
      command: {
        type: "arrive",
        feed: {
          arrivals: [
            { time: "now", data: "a\n" },
            { time: "now", data: "b\n" },
          ],
        },
      },
    });
    worker.tell({ type: "arrived", feed: SERVER, ms: 2000 });
    await settle();
    expect(session.document.program.feeds).toEqual([lines({ ms: 2000, text: "a" }, { ms: 2000, text: "b" })]);
    expect(session.run.isStale).toBe(false);
    expect(worker.take()).toEqual(["arrive"]);
    expect(localStorage.getItem("brooklet.draft.untitled.py")).toContain('[2000,"b"]');
  });

  it("puts lines that are sent to no run into the next batch, and runs it", async () => {
    worker.tell({ type: "state", state: "ended", clockMs: 0 });
    session.feeds.send(lines({ ms: 0, text: "a" }));
    session.feeds.send(lines({ ms: 0, text: "b" }));
    await settle();
    expect(session.document.program.feeds[0]?.items.map(({ ms }) => ms)).toEqual([600, 1600]);
    expect(worker.take()).toContain("run");
  });

  it("runs the program again when a past line is changed", async () => {
    start();
    await settle();
    worker.tell({ type: "state", state: "waiting", clockMs: 0 });
    worker.take();
    session.document.set({ feeds: [lines({ ms: 600, text: "other" })] });
    await settle();
    expect(worker.take()).toEqual(["stop", "load", "run"]);
  });

  it("makes an empty topic for a program that stops because there is none", async () => {
    worker.tell({ type: "feedMissing", feed: { type: "topic", name: "clicks" } });
    worker.tell({ type: "ended", exitCode: 1, failure: null, advice: null });
    await settle();
    expect(loadedFeeds()).toEqual([{ type: "topic", name: "clicks", partitions: [[]] }]);
    expect(worker.take()).toEqual(["stop", "load", "run"]);
    expect(session.feeds.addresses).toEqual([{ type: "topic", name: "clicks" }]);
  });

  it("opens an address when it is asked to, in real time, and records what comes", async () => {
    const socket = { binaryType: "", close: vi.fn() } as unknown as WebSocket;
    vi.stubGlobal("WebSocket", function open() {
      return socket;
    });
    start();
    await settle();
    start();
    await settle();
    worker.take();
    await session.openLive(SERVER, "wss://a.example/");
    expect(worker.messages.at(-1)).toMatchObject({ command: { type: "run", pace: "live" } });
    socket.onopen?.(new Event("open"));
    socket.onmessage?.({ data: "a\nb\n" } as MessageEvent);
    await vi.advanceTimersByTimeAsync(600);
    expect(worker.messages.at(-1)).toMatchObject({
      command: { type: "arrive", feed: { arrivals: [{ data: "a\n" }, { data: "b\n" }] } },
    });
    worker.tell({ type: "arrived", feed: SERVER, ms: 5000 });
    await settle();
    const [feed] = session.document.program.feeds;
    expect(feed).toMatchObject({
      live: "wss://a.example/",
      items: [
        { ms: 5000, text: "a" },
        { ms: 5000, text: "b" },
      ],
    });
    expect(session.run.isStale).toBe(false);
    session.live?.close(SERVER);
    expect(socket.close).toHaveBeenCalled();
    expect(worker.messages.at(-1)).toMatchObject({ command: { type: "run", pace: "fast" } });
    expect(session.live?.statusOf(SERVER)).toMatchObject({ phase: "closed", received: 1 });
    vi.unstubAllGlobals();
  });
});
