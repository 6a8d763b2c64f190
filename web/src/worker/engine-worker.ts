import type { EngineRequest, PageMessage, RunCommand, WorkerLife } from "../generated/index.js";
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
  post(message) {
    if (message instanceof Uint8Array) self.postMessage(message, [message.buffer]);
    else self.postMessage(message);
  },
};

/** Gives messages of the page a turn, without the delay that browsers add to nested timers. */
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

/** How long the secondary file waits, in milliseconds, so that the first batches do not share the connection. */
const SECONDARY_AFTER_MS = 1000;

selected.then(
  ({ threads, threadsReason, fetchSecondary }) => {
    tell({ type: "ready", threads, threadsReason });
    // If this fails, the file is fetched when one of its functions is called.
    setTimeout(() => fetchSecondary().catch(() => {}), SECONDARY_AFTER_MS);
  },
  (error: unknown) => crash(error),
);

self.onmessage = ({ data }: MessageEvent<PageMessage>) => {
  selected.then(
    ({ engine }) => guard(() => receive(data, engine)),
    () => {},
  );
};

function receive(message: PageMessage, engine: SelectedEngine["engine"]): void {
  switch (message.type) {
    case "request":
      answer(message.id, message.request, engine);
      break;
    case "command":
      obey(message.command);
      break;
    default:
      message satisfies never;
  }
}

function answer(id: number, request: EngineRequest, engine: SelectedEngine["engine"]): void {
  if (request.type === "load") loop?.stop();
  surroundings.post(engine.answer(id, request));
  if (request.type === "load") loop = engine.isLoaded ? new PaceLoop(engine, surroundings) : undefined;
}

function obey(command: RunCommand): void {
  switch (command.type) {
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
    case "arrive":
      loop?.arrive(command.feed);
      break;
    default:
      command satisfies never;
  }
}

/** After a trap the engine cannot be used. The page then starts another worker. */
function guard(work: () => void): void {
  try {
    work();
  } catch (error) {
    crash(error);
  }
}

function crash(error: unknown): void {
  loop = undefined;
  tell({ type: "crashed", message: error instanceof Error ? error.message : String(error) });
}

function tell(life: WorkerLife): void {
  surroundings.post({ type: "life", life });
}
