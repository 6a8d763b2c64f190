import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftStore } from "../document/draft-store.js";
import { BLANK_PROGRAM } from "../document/program.js";
import { Workspace } from "../document/workspace.js";
import type { EngineRequest, StreamInfo } from "../generated/index.js";
import { ScriptedWorker } from "../testing/scripted-worker.js";
import { Session } from "./session.js";

const SERVER = { host: "localhost", port: 9999 };
const INPUT: StreamInfo = {
  id: 0,
  operator: "socketTextStream",
  place: null,
  parents: [],
  slideMs: 1000,
  windowMs: null,
  isStateful: false,
  feeds: [{ type: "socket", ...SERVER }],
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
    expect(loadedFeeds()).toEqual([{ type: "socket", ...SERVER, arrivals: [] }]);
    expect(worker.take()).toEqual(["stop", "load", "run"]);
    start();
    await settle();
    expect(worker.take()).toEqual([]);
    expect(session.feeds.servers).toEqual([SERVER]);
    expect(session.document.program.feeds).toEqual([]);
  });

  it("keeps what arrives while the program runs, which is no edit of it", async () => {
    start();
    await settle();
    start();
    await settle();
    worker.take();
    session.feeds.send(SERVER, ["a", "b"]);
    expect(worker.messages.at(-1)).toMatchObject({
      command: { type: "arrive", feed: { arrivals: [{ data: "a\nb\n" }] } },
    });
    worker.tell({ type: "arrived", feed: { type: "socket", ...SERVER }, ms: 2000 });
    await settle();
    const lines = [
      { ms: 2000, text: "a" },
      { ms: 2000, text: "b" },
    ];
    expect(session.document.program.feeds).toEqual([{ ...SERVER, lines }]);
    expect(session.run.isStale).toBe(false);
    expect(worker.take()).toEqual(["arrive"]);
    expect(localStorage.getItem("brooklet.draft.untitled.py")).toContain('[2000,"b"]');
  });

  it("puts lines that are sent to no run into the next batch, and runs it", async () => {
    worker.tell({ type: "state", state: "ended", clockMs: 0 });
    session.feeds.send(SERVER, ["a"]);
    session.feeds.send(SERVER, ["b"]);
    await settle();
    expect(session.document.program.feeds[0]?.lines.map(({ ms }) => ms)).toEqual([600, 1600]);
    expect(worker.take()).toContain("run");
  });

  it("runs the program again when a past line is changed", async () => {
    start();
    await settle();
    worker.tell({ type: "state", state: "waiting", clockMs: 0 });
    worker.take();
    session.document.set({ feeds: [{ ...SERVER, lines: [{ ms: 600, text: "other" }] }] });
    await settle();
    expect(worker.take()).toEqual(["stop", "load", "run"]);
  });
});
