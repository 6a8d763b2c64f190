import type { EngineProgress, Feed, Pace, WorkerMessage } from "../generated/index.js";

/** What the loop needs of an engine. */
export interface PacedEngine {
  poll(fuel: number): EngineProgress;
  tick(): void;
  takeEvents(): Uint8Array[];
  arrive(feed: Feed, clockMs: number): void;
  readonly clockMs: number;
}

/** What the loop needs of its surroundings; tests give it others. */
export interface Surroundings {
  /** The wall clock, in milliseconds. */
  now(): number;
  /** Calls back after a turn of the event loop, at the earliest after `delayMs`. */
  later(delayMs: number, callback: () => void): void;
  /** Sends a message to the page. Bytes are a message as JSON. */
  post(message: WorkerMessage | Uint8Array): void;
}

/** How long the loop works before messages of the page get a turn, in milliseconds. */
const SLICE_MS = 10;

/** How many calls and jumps back a poll may make: they take a small part of a slice. */
const POLL_FUEL = 20_000;

/** The longest pause in real time. After each the page gets the time of the clock. */
const NAP_MS = 1000;

/** How many batches may be on their way to the page. With more, the page could not react to a click on Stop. */
const MOST_UNSEEN = 200;

type Gait = Pace | "step" | "paused" | "ended";

/**
 * Drives a loaded program against the wall clock: as fast as possible, in real time, a batch at a time, or live: in
 * real time from where all that its feeds held has arrived. It works in slices, so that pause and stop are heard while a program runs.
 */
export class PaceLoop {
  private gait: Gait = "paused";
  /** The number of the last command that started the loop. A slice that an earlier one scheduled does nothing. */
  private turn = 0;
  /** The time of the virtual clock. In real time it also moves between two ticks. */
  private clockMs: number;
  private unseen = 0;
  /** Whether the clock stands until something arrives. */
  private isWaiting = false;
  /** In real time: the virtual clock minus the wall clock. */
  private aheadMs = 0;
  /** What came from outside before all that feeds held had arrived. */
  private held: Feed[] = [];

  constructor(
    private readonly engine: PacedEngine,
    private readonly surroundings: Surroundings,
  ) {
    this.clockMs = engine.clockMs;
  }

  /** Runs, or goes on after a pause. */
  run(pace: Pace): void {
    this.go(pace);
  }

  /** Runs until one more batch is done, then pauses. */
  step(): void {
    this.go("step");
  }

  /** Halts between two slices; `run` and `step` go on from there. */
  pause(): void {
    if (this.halted) return;
    this.readClock();
    this.gait = "paused";
    this.tellState();
  }

  /** Ends the program where it is; its results stay to be inspected. */
  stop(): void {
    if (this.gait === "ended") return;
    this.gait = "ended";
    this.postEvents();
    this.tellState();
  }

  /** Lets something arrive at the present moment of the virtual clock. */
  arrive(feed: Feed): void {
    if (this.gait === "ended") return;
    if (this.gait === "live") {
      this.held.push(feed);
      return;
    }
    this.readClock();
    this.engine.arrive(feed, this.clockMs);
    this.postEvents();
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.tellState();
    if (!this.halted) this.schedule(0);
  }

  /** The page has shown all batches so far. If the loop waited for that, it goes on. */
  seen(): void {
    const isWaiting = this.isFarAhead && !this.halted;
    this.unseen = 0;
    if (isWaiting) this.schedule(0);
  }

  private get isFarAhead(): boolean {
    return this.unseen >= MOST_UNSEEN;
  }

  private get halted(): boolean {
    return this.gait === "paused" || this.gait === "ended";
  }

  private go(gait: Pace | "step"): void {
    if (this.gait === "ended") return;
    this.readClock();
    this.gait = gait;
    this.isWaiting = false;
    if (gait !== "live") for (const feed of this.held.splice(0)) this.arrive(feed);
    this.aheadMs = this.clockMs - this.surroundings.now();
    this.turn += 1;
    this.tellState();
    this.schedule(0);
  }

  private schedule(delayMs: number): void {
    const turn = this.turn;
    this.surroundings.later(delayMs, () => {
      if (turn === this.turn && !this.halted) this.slice();
    });
  }

  private slice(): void {
    const end = this.surroundings.now() + SLICE_MS;
    let waitMs = 0;
    do {
      const progress = this.engine.poll(POLL_FUEL);
      if (progress.status === "ended") {
        this.gait = "ended";
      } else if (progress.status === "waiting") {
        this.isWaiting = progress.isQuiet && this.gait === "fast";
        if (this.isWaiting) break;
        if (this.gait === "live" && !progress.isFed) {
          this.goOnInRealTime();
          break;
        }
        waitMs = this.msUntil(progress.nextMs);
        if (waitMs > 0) break;
        this.engine.tick();
        this.clockMs = this.engine.clockMs;
        if (progress.batchDue) this.unseen += 1;
        if (this.gait === "step" && progress.batchDue) this.gait = "paused";
      }
    } while (!this.halted && !this.isFarAhead && this.surroundings.now() < end);
    this.readClock();
    this.postEvents();
    this.tellState();
    if (!this.halted && !this.isFarAhead && !this.isWaiting) this.schedule(Math.min(waitMs, NAP_MS));
  }

  /** All that feeds held has arrived: from here on things arrive as they come. */
  private goOnInRealTime(): void {
    this.gait = "realTime";
    this.aheadMs = this.clockMs - this.surroundings.now();
    for (const feed of this.held.splice(0)) this.arrive(feed);
  }

  private msUntil(virtualMs: number): number {
    if (this.gait !== "realTime") return 0;
    return virtualMs - this.aheadMs - this.surroundings.now();
  }

  private readClock(): void {
    if (this.gait === "realTime") this.clockMs = Math.floor(this.surroundings.now() + this.aheadMs);
  }

  private postEvents(): void {
    for (const event of this.engine.takeEvents()) this.surroundings.post(event);
  }

  private tellState(): void {
    const going = this.isWaiting ? "waiting" : "running";
    const state = this.gait === "paused" || this.gait === "ended" ? this.gait : going;
    this.surroundings.post({ type: "event", event: { type: "state", state, clockMs: this.clockMs } });
  }
}
