import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type {
  EngineAnswer,
  EngineRequest,
  PageMessage,
  RunEvent,
  WorkerLife,
  WorkerMessage,
} from "../generated/index.js";
import { EngineClient, type EngineWorker, STOP_PATIENCE_MS } from "./engine-client.js";

class RecordedWorker implements EngineWorker {
  readonly messages: PageMessage[] = [];
  isTerminated = false;
  onmessage: EngineWorker["onmessage"] = null;
  onerror: EngineWorker["onerror"] = null;
  onmessageerror: EngineWorker["onmessageerror"] = null;

  postMessage(message: PageMessage): void {
    this.messages.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  tell(data: WorkerMessage | Uint8Array): void {
    this.onmessage?.({ data } as MessageEvent<WorkerMessage | Uint8Array>);
  }

  answer(id: number, answer: EngineAnswer): void {
    this.tell({ type: "answer", id, answer });
  }

  /** What came so far: the types of requests and commands. */
  get heard(): string[] {
    return this.messages.map((message) => (message.type === "request" ? message.request.type : message.command.type));
  }

  fail(message: string): void {
    this.onerror?.({ message, preventDefault() {} } as unknown as ErrorEvent);
  }
}

const READY: WorkerMessage = { type: "life", life: { type: "ready", threads: 2, threadsReason: null } };
const STOPPED: WorkerMessage = { type: "event", event: { type: "state", state: "ended", clockMs: 0 } };
const LOAD: EngineRequest = { type: "load", program: "x = 1\n", fileName: "x.py", files: [], master: "local[4]" };
const STOP = { type: "stop" } as const;

const pageAt = (offset: number) =>
  ({
    type: "inspect",
    stream: 0,
    batchTimeMs: 1000,
    selection: { type: "page", offset, limit: 10, order: null },
  }) as const;

const inspectionOf = (total: number): Extract<EngineAnswer, { type: "inspect" }> => ({
  type: "inspect",
  inspection: {
    records: { columns: [], total, more: false },
    partitions: [],
    window: null,
    stateChanges: null,
    absence: null,
  },
});

function setUp() {
  const workers: RecordedWorker[] = [];
  const events: (RunEvent | WorkerLife)[] = [];
  const client = new EngineClient(
    () => {
      const worker = new RecordedWorker();
      workers.push(worker);
      return worker;
    },
    { event: (event) => events.push(event), life: (life) => events.push(life) },
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
    expect(events).toEqual([{ type: "ready", threads: 2, threadsReason: null }]);
  });

  it("replaces a worker that does not answer a stop, and sends the new one what came after", async () => {
    const { client, events, worker } = setUp();
    worker(0).tell(READY);
    client.command(STOP);
    const answer = client.ask(LOAD);
    vi.advanceTimersByTime(STOP_PATIENCE_MS);
    expect(worker(0).isTerminated).toBe(true);
    expect(worker(0).heard).toEqual(["stop"]);
    expect(worker(1).heard).toEqual(["load"]);
    expect(events.at(-1)?.type).toBe("crashed");
    worker(1).answer(0, { type: "load", diagnostics: [] });
    expect(await answer).toEqual({ type: "load", diagnostics: [] });
  });

  it("keeps a worker that answers a stop in time", () => {
    const { client, workers, worker } = setUp();
    worker(0).tell(READY);
    client.command(STOP);
    void client.ask(LOAD);
    worker(0).tell(STOPPED);
    vi.advanceTimersByTime(10 * STOP_PATIENCE_MS);
    expect(workers).toHaveLength(1);
    expect(worker(0).heard).toEqual(["stop", "load"]);
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
    void client.ask(LOAD);
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

  it("gives each request its own answer", async () => {
    const { client, events, worker } = setUp();
    const pages = [client.ask(pageAt(0)), client.ask(pageAt(10))];
    const outline = client.ask({ type: "outline", program: "a" });
    worker(0).answer(2, { type: "outline", outline: null });
    worker(0).answer(1, inspectionOf(2));
    worker(0).answer(0, inspectionOf(1));
    expect((await Promise.all(pages)).map((page) => page?.inspection.records.total)).toEqual([1, 2]);
    expect(await outline).toEqual({ type: "outline", outline: null });
    expect(events).toEqual([]);
  });

  it("leaves no request without an answer when the worker dies", async () => {
    const { client, worker } = setUp();
    worker(0).tell(READY);
    const answers = [client.ask(pageAt(0)), client.ask({ type: "operators" }), client.ask(LOAD)];
    worker(0).fail("unreachable");
    expect(await Promise.all(answers)).toEqual([null, null, null]);
  });

  it("gives up what it asked about a run when another program is loaded, and nothing else", async () => {
    const { client, worker } = setUp();
    const page = client.ask(pageAt(0));
    const operators = client.ask({ type: "operators" });
    void client.ask(LOAD);
    expect(await page).toBeNull();
    worker(0).answer(1, { type: "operators", operators: [] });
    expect((await operators)?.operators).toEqual([]);
  });
});
