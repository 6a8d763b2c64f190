import type { EngineCommand, EngineEvent, StreamLook } from "../generated/index.js";
import { PaceLoop, type Surroundings } from "./pace-loop.js";
import { type EngineModule, type SelectedEngine, selectEngine } from "./select-engine.js";

/** Runs the engine on this worker's thread, and does what the page commands. */

declare const self: DedicatedWorkerGlobalScope;

const surroundings: Surroundings = {
  now: () => performance.now(),
  later(delayMs, callback) {
    if (delayMs > 0) setTimeout(callback, delayMs);
    else takeTurn(callback);
  },
  post(event) {
    if (event instanceof Uint8Array) self.postMessage(event, [event.buffer]);
    else self.postMessage(event);
  },
};

/** Lets messages of the page come first, without the delay that nested timers get. */
const turns = new MessageChannel();
const callbacks: (() => void)[] = [];
turns.port1.onmessage = () => guard(() => callbacks.shift()?.());
function takeTurn(callback: () => void): void {
  callbacks.push(callback);
  turns.port2.postMessage(null);
}

// Absent when the threaded engine could not be built; then the other serves.
const engines = import.meta.glob<EngineModule>("../../engine/*/brooklet.js");

let loop: PaceLoop | undefined;
const selected = selectEngine(engines["../../engine/single/brooklet.js"], engines["../../engine/threads/brooklet.js"]);

/** The first batches have the connection for themselves, in milliseconds. */
const REST_AFTER_MS = 1000;

selected.then(
  ({ threads, threadsReason, fetchRest }) => {
    post({ type: "ready", threads, threadsReason });
    // What does not come now comes when it is called.
    setTimeout(() => fetchRest().catch(() => {}), REST_AFTER_MS);
  },
  (error: unknown) => crash(error),
);

self.onmessage = ({ data }: MessageEvent<EngineCommand>) => {
  selected.then(
    ({ engine }) => guard(() => obey(data, engine)),
    () => {},
  );
};

function obey(command: EngineCommand, engine: SelectedEngine["engine"]): void {
  switch (command.type) {
    case "load": {
      loop?.stop();
      const { program, fileName, files, master, awaitLimitMs } = command;
      const runnable = engine.load(program, fileName, files, master, awaitLimitMs);
      for (const event of engine.takeEvents()) surroundings.post(event);
      loop = runnable ? new PaceLoop(engine, surroundings) : undefined;
      post({ type: "state", state: "idle", clockMs: engine.clockMs });
      break;
    }
    case "run":
      loop?.run(command.pace);
      break;
    case "step":
      loop?.step();
      break;
    case "pause":
      loop?.pause();
      break;
    case "stop":
      loop?.stop();
      break;
    case "seen":
      loop?.seen();
      break;
    case "inspect":
      if (!loop) {
        const { output, batchTimeMs, offset } = command;
        post({ type: "records", output, batchTimeMs, offset, total: 0, columns: [], rows: [] });
        break;
      }
      inspect(command, engine);
      for (const event of engine.takeEvents()) surroundings.post(event);
      break;
    case "outline":
      surroundings.post(engine.outline(command.question, command.program));
      break;
    case "edit":
      surroundings.post(engine.edit(command.question, command.program, command.edit));
      break;
    case "operators":
      surroundings.post(engine.operators());
      break;
    case "look":
      if (!loop) {
        const { stream, batchTimeMs } = command;
        post({ type: "looked", stream, batchTimeMs, look: nothing("No program is loaded.") });
        break;
      }
      engine.look(command.stream, command.batchTimeMs, command.limit);
      for (const event of engine.takeEvents()) surroundings.post(event);
      break;
  }
}

function inspect(command: Extract<EngineCommand, { type: "inspect" }>, engine: SelectedEngine["engine"]): void {
  const { output, batchTimeMs, offset, limit, order } = command;
  engine.inspect(output, batchTimeMs, offset, limit, order?.column, order?.descending ?? false);
}

function nothing(absence: string): StreamLook {
  return { columns: [], partitions: [], window: null, stateChanges: null, absence };
}

/** A trap leaves the engine unusable: the page replaces this worker. */
function guard(work: () => void): void {
  try {
    work();
  } catch (error) {
    crash(error);
  }
}

function crash(error: unknown): void {
  loop = undefined;
  post({ type: "crashed", message: error instanceof Error ? error.message : String(error) });
}

function post(event: EngineEvent): void {
  surroundings.post(event);
}
