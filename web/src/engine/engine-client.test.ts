import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EngineCommand, EngineEvent } from "../generated/index.js";
import { EngineClient, type EngineWorker, STOP_PATIENCE_MS } from "./engine-client.js";

class RecordedWorker implements EngineWorker {
  readonly commands: EngineCommand[] = [];
  isTerminated = false;
  onmessage: EngineWorker["onmessage"] = null;
  onerror: EngineWorker["onerror"] = null;
  onmessageerror: EngineWorker["onmessageerror"] = null;

  postMessage(command: EngineCommand): void {
    this.commands.push(command);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  tell(data: EngineEvent | Uint8Array): void {
    this.onmessage?.({ data } as MessageEvent<EngineEvent | Uint8Array>);
  }

  fail(message: string): void {
    this.onerror?.({ message, preventDefault() {} } as unknown as ErrorEvent);
  }
}

const READY: EngineEvent = { type: "ready", threads: 2, threadsReason: null };
const PROGRAM = { text: "x = 1\n", fileName: "x.py", files: [], master: "local[4]" };

function setUp() {
  const workers: RecordedWorker[] = [];
  const events: EngineEvent[] = [];
  const client = new EngineClient(
    () => {
      const worker = new RecordedWorker();
      workers.push(worker);
      return worker;
    },
    (event) => events.push(event),
  );
  const worker = (index: number) => workers[index] as RecordedWorker;
  return { client, events, workers, worker };
}

describe("EngineClient", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("reads events that come as JSON bytes", () => {
    const { events, worker } = setUp();
    worker(0).tell(new TextEncoder().encode(JSON.stringify(READY)));
    expect(events).toEqual([READY]);
  });

  it("replaces a worker that does not answer a stop, and sends the new one what came after", () => {
    const { client, events, worker } = setUp();
    worker(0).tell(READY);
    client.stop();
    client.load(PROGRAM);
    vi.advanceTimersByTime(STOP_PATIENCE_MS);
    expect(worker(0).isTerminated).toBe(true);
    expect(worker(0).commands.map(({ type }) => type)).toEqual(["stop"]);
    expect(worker(1).commands.map(({ type }) => type)).toEqual(["load"]);
    expect(events.at(-1)?.type).toBe("crashed");
  });

  it("keeps a worker that answers a stop in time", () => {
    const { client, workers, worker } = setUp();
    worker(0).tell(READY);
    client.stop();
    client.load(PROGRAM);
    worker(0).tell({ type: "state", state: "ended", clockMs: 0 });
    vi.advanceTimersByTime(10 * STOP_PATIENCE_MS);
    expect(workers).toHaveLength(1);
    expect(worker(0).commands.map(({ type }) => type)).toEqual(["stop", "load"]);
  });

  it("starts another worker after a trap", () => {
    const { events, workers, worker } = setUp();
    worker(0).tell(READY);
    worker(0).fail("unreachable");
    expect(events.at(-1)).toEqual({ type: "crashed", message: "unreachable" });
    expect(workers).toHaveLength(2);
  });

  it("does not start workers over and over when they die before they are ready", () => {
    const { client, workers, worker } = setUp();
    worker(0).fail("");
    expect(workers).toHaveLength(1);
    client.load(PROGRAM);
    expect(workers).toHaveLength(2);
  });

  it("hears nothing of a worker that it has ended", () => {
    const { events, worker } = setUp();
    worker(0).tell(READY);
    worker(0).fail("unreachable");
    const count = events.length;
    worker(0).tell(READY);
    expect(events).toHaveLength(count);
  });

  it("gives each inspection its own answer", async () => {
    const { client, worker } = setUp();
    const first = client.inspect(0, 1000, 0, 10, null);
    const second = client.inspect(0, 1000, 10, 10, null);
    const answer = { type: "records" as const, output: 0, batchTimeMs: 1000, total: 20, columns: ["value"] };
    worker(0).tell({ ...answer, offset: 10, rows: [["11"]] });
    worker(0).tell({ ...answer, offset: 0, rows: [["1"]] });
    expect((await first).rows).toEqual([["1"]]);
    expect((await second).rows).toEqual([["11"]]);
  });

  it("leaves no inspection without an answer when the worker dies", async () => {
    const { client, worker } = setUp();
    worker(0).tell(READY);
    const records = client.inspect(0, 1000, 0, 10, null);
    worker(0).fail("unreachable");
    expect((await records).total).toBe(0);
  });

  it("hands each answer to its own question", async () => {
    const { client, events, worker } = setUp();
    const edit = { type: "removeCall", call: 0 } as const;
    const outlines = Promise.all([client.outline("a"), client.outline("b")]);
    const edited = client.workOutEdit("b", edit);
    const outline = { calls: [], inputs: [], batchInterval: null };
    worker(0).tell({ type: "edited", question: 2, changes: [], refusal: "It is read." });
    worker(0).tell({ type: "outlined", question: 1, outline });
    worker(0).tell({ type: "outlined", question: 0, outline: null });
    expect(await outlines).toEqual([null, outline]);
    expect((await edited).refusal).toBe("It is read.");
    expect(events).toEqual([]);
  });

  it("gives up what it asked about a run when another program is loaded, and nothing else", async () => {
    const { client, worker } = setUp();
    const look = client.look(3, 1000, 10);
    const operators = client.operators();
    client.load(PROGRAM);
    expect(await look).toMatchObject({ partitions: [], absence: expect.stringContaining("ended") });
    worker(0).tell({ type: "operators", operators: [] });
    expect(await operators).toEqual([]);
  });

  it("gives up everything when the engine dies", async () => {
    const { client, worker } = setUp();
    worker(0).tell(READY);
    const outline = client.outline("a");
    const edited = client.workOutEdit("a", { type: "removeCall", call: 0 });
    worker(0).fail("unreachable");
    expect(await outline).toBeNull();
    expect((await edited).refusal).toContain("ended");
  });
});
