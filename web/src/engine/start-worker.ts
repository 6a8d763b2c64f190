import type { EngineWorker } from "./engine-client.js";

/** Starts the engine in a worker of its own. */
export function startEngineWorker(): EngineWorker {
  return new Worker(new URL("../worker/engine-worker.ts", import.meta.url), {
    type: "module",
    name: "brooklet-engine",
  });
}
