import { describe, expect, it } from "vitest";
import type { EngineProgress, Feed, RunEvent, WorkerMessage } from "../generated/index.js";
import { PaceLoop } from "./pace-loop.js";

const START_MS = 1_704_067_200_000;

/** An engine whose program sleeps through `batches` batches of one second. */
class SleepingEngine {
  clockMs = START_MS;
  ticks = 0;
  readonly arrivals: number[] = [];
  /** Batches until the input is over. */
  input = Number.POSITIVE_INFINITY;
  /** Batches until all that feeds hold has arrived. */
  fed = 0;

  constructor(private readonly batches: number) {}

  poll(): EngineProgress {
    if (this.ticks === this.batches) return { status: "ended", exitCode: 0 };
    return {
      status: "waiting",
      nextMs: this.clockMs + 1000,
      batchDue: true,
      isQuiet: this.ticks >= this.input,
      isFed: this.ticks < this.fed,
    };
  }

  arrive(_feed: Feed, clockMs: number): void {
    this.arrivals.push(clockMs - START_MS);
    this.input += 1;
  }

  tick(): void {
    this.clockMs += 1000;
    this.ticks += 1;
  }

  takeEvents(): Uint8Array[] {
    return [];
  }
}

/** A wall clock that stands still but for the naps that the loop takes. */
class FakeSurroundings {
  wallMs = 0;
  readonly events: RunEvent[] = [];
  private readonly pending: { atMs: number; callback: () => void }[] = [];

  now(): number {
    return this.wallMs;
  }

  later(delayMs: number, callback: () => void): void {
    this.pending.push({ atMs: this.wallMs + delayMs, callback });
  }

  post(message: WorkerMessage | Uint8Array): void {
    if (!(message instanceof Uint8Array) && message.type === "event") this.events.push(message.event);
  }

  runUntil(wallMs: number): void {
    for (;;) {
      this.pending.sort((a, b) => a.atMs - b.atMs);
      const next = this.pending[0];
      if (!next || next.atMs > wallMs) break;
      this.pending.shift();
      this.wallMs = Math.max(this.wallMs, next.atMs);
      next.callback();
    }
    this.wallMs = wallMs;
  }

  lastState(): RunEvent | undefined {
    return this.events.filter((event) => event.type === "state").at(-1);
  }
}

function setUp(batches: number) {
  const engine = new SleepingEngine(batches);
  const surroundings = new FakeSurroundings();
  return { engine, surroundings, loop: new PaceLoop(engine, surroundings) };
}

describe("PaceLoop", () => {
  it("runs a program to its end as fast as possible", () => {
    const { engine, surroundings, loop } = setUp(150);
    loop.run("fast");
    surroundings.runUntil(0);
    expect(engine.ticks).toBe(150);
    expect(surroundings.lastState()).toEqual({ type: "state", state: "ended", clockMs: START_MS + 150_000 });
  });

  it("runs a batch a second in real time", () => {
    const { engine, surroundings, loop } = setUp(10);
    loop.run("realTime");
    surroundings.runUntil(2999);
    expect(engine.ticks).toBe(2);
    surroundings.runUntil(3000);
    expect(engine.ticks).toBe(3);
  });

  it("goes on in real time where a pause halted it", () => {
    const { engine, surroundings, loop } = setUp(10);
    loop.run("realTime");
    surroundings.runUntil(1600);
    loop.pause();
    expect(surroundings.lastState()).toEqual({ type: "state", state: "paused", clockMs: START_MS + 1600 });
    surroundings.runUntil(60_000);
    expect(engine.ticks).toBe(1);
    loop.run("realTime");
    surroundings.runUntil(60_399);
    expect(engine.ticks).toBe(1);
    surroundings.runUntil(60_400);
    expect(engine.ticks).toBe(2);
  });

  it("steps a batch at a time, also out of a nap", () => {
    const { engine, surroundings, loop } = setUp(10);
    loop.run("realTime");
    surroundings.runUntil(100);
    loop.step();
    surroundings.runUntil(100);
    expect(engine.ticks).toBe(1);
    expect(surroundings.lastState()).toMatchObject({ state: "paused" });
    loop.step();
    surroundings.runUntil(100_000);
    expect(engine.ticks).toBe(2);
  });

  it("never runs two slices for one turn", () => {
    const { engine, surroundings, loop } = setUp(100);
    loop.run("realTime");
    loop.pause();
    loop.run("realTime");
    loop.run("realTime");
    surroundings.runUntil(5000);
    expect(engine.ticks).toBe(5);
  });

  it("does not run far ahead of what the page has seen", () => {
    const { engine, surroundings, loop } = setUp(450);
    loop.run("fast");
    surroundings.runUntil(100);
    expect(engine.ticks).toBe(200);
    loop.seen();
    surroundings.runUntil(200);
    expect(engine.ticks).toBe(400);
    loop.pause();
    loop.seen();
    surroundings.runUntil(300);
    expect(engine.ticks).toBe(400);
    loop.run("fast");
    surroundings.runUntil(400);
    expect(engine.ticks).toBe(450);
  });

  const line: Feed = { type: "socket", host: "localhost", port: 9999, arrivals: [] };

  it("stands while nothing is left to arrive, and goes on when something does", () => {
    const { engine, surroundings, loop } = setUp(10);
    engine.input = 2;
    loop.run("fast");
    surroundings.runUntil(1000);
    expect(engine.ticks).toBe(2);
    expect(surroundings.lastState()).toEqual({ type: "state", state: "waiting", clockMs: START_MS + 2000 });
    loop.arrive(line);
    surroundings.runUntil(2000);
    expect(engine.arrivals).toEqual([2000]);
    expect(engine.ticks).toBe(3);
    loop.step();
    surroundings.runUntil(2000);
    expect(engine.ticks).toBe(4);
  });

  it("goes on without input in real time, where something arrives between two batches", () => {
    const { engine, surroundings, loop } = setUp(10);
    engine.input = 0;
    loop.run("realTime");
    surroundings.runUntil(1300);
    loop.arrive(line);
    surroundings.runUntil(3000);
    expect(engine.arrivals).toEqual([1300]);
    expect(engine.ticks).toBe(3);
  });

  it("catches up with what feeds hold, then is live: in real time, with what came meanwhile", () => {
    const { engine, surroundings, loop } = setUp(20);
    engine.fed = 5;
    loop.run("live");
    loop.arrive(line);
    expect(engine.arrivals).toEqual([]);
    surroundings.runUntil(0);
    expect(engine.ticks).toBe(5);
    expect(engine.arrivals).toEqual([5000]);
    surroundings.runUntil(2300);
    expect(engine.ticks).toBe(7);
    loop.arrive(line);
    expect(engine.arrivals).toEqual([5000, 7300]);
  });

  it("hears nothing after a stop", () => {
    const { engine, surroundings, loop } = setUp(10);
    loop.step();
    surroundings.runUntil(0);
    loop.stop();
    loop.run("fast");
    loop.step();
    surroundings.runUntil(1000);
    expect(engine.ticks).toBe(1);
    expect(surroundings.lastState()).toMatchObject({ state: "ended" });
  });
});
