import type { EngineWorker } from "./engine-client.js";

/** A worker that nobody listens to yet, and what tells its listener what it missed. */
interface EarlyWorker {
  worker: Worker;
  missed: (() => void)[];
}

let early: EarlyWorker | null = null;

/**
 * Starts the engine before there is a page to use it: it travels for longer than the page.
 * The first worker that is asked for is this one.
 */
export function startEngineEarly(): void {
  const worker = createWorker();
  const missed: (() => void)[] = [];
  worker.onmessage = (message) => missed.push(() => worker.onmessage?.(message));
  worker.onerror = (error) => missed.push(() => worker.onerror?.(error));
  early = { worker, missed };
}

/** Starts the engine in a worker of its own; its listener is to be there when this turn ends. */
export function startEngineWorker(): EngineWorker {
  if (!early) return createWorker();
  const { worker, missed } = early;
  early = null;
  queueMicrotask(() => {
    for (const tell of missed) tell();
  });
  return worker;
}

function createWorker(): Worker {
  return new Worker(new URL("../worker/engine-worker.ts", import.meta.url), {
    type: "module",
    name: "brooklet-engine",
  });
}
