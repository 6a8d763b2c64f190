import type { EngineWorker } from "./engine-client.js";

/** A worker that was started early, and the messages that came before it has a listener. */
interface EarlyWorker {
  worker: Worker;
  missed: (() => void)[];
}

let early: EarlyWorker | null = null;

/**
 * Starts the engine before the page is there: loading it takes longer than loading the page.
 * The first worker that is asked for is this one.
 */
export function startEngineEarly(): void {
  const worker = createWorker();
  const missed: (() => void)[] = [];
  worker.onmessage = (message) => missed.push(() => worker.onmessage?.(message));
  worker.onerror = (error) => missed.push(() => worker.onerror?.(error));
  early = { worker, missed };
}

/** Starts the engine in a worker. The caller must set a listener in the same turn of the event loop. */
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
