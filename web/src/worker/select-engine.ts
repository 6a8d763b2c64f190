import type * as Glue from "../../engine/single/brooklet.js";

/** The generated module of either engine. */
export type EngineModule = typeof Glue & {
  /** Only the threaded engine has it. */
  initThreadPool?(threads: number): Promise<void>;
};

/** An engine that is ready, and how it runs tasks. */
export interface SelectedEngine {
  engine: Glue.Engine;
  /** 0 for the engine without threads. */
  threads: number;
  /** Why there are no threads, in one sentence. */
  threadsReason: string | null;
  /** Loads the secondary file of the engine before it is needed. */
  fetchSecondary(): Promise<void>;
}

type Load = () => Promise<EngineModule>;

/** The smallest module with a shared memory: it is valid only where threads are. */
// biome-ignore format: one section a line
const sharedMemoryModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0,
  5, 4, 1, 3, 1, 1,
]);

/** The engine with threads where the page can have them, otherwise the one without. */
export async function selectEngine(single: Load | undefined, threads: Load | undefined): Promise<SelectedEngine> {
  let reason = whyNoThreads(threads !== undefined);
  if (reason === null && threads) {
    try {
      return await startThreads(threads);
    } catch (error) {
      reason = `The engine with threads did not start: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }
  if (!single) throw new Error("The engine was not built into this page.");
  const module = await single();
  await module.default();
  return { engine: new module.Engine(), threads: 0, threadsReason: reason, fetchSecondary: module.fetchSecondary };
}

async function startThreads(load: Load): Promise<SelectedEngine> {
  const module = await load();
  await module.default();
  const threads = Math.max(1, Math.min(wantedThreads(), MAX_THREADS));
  await module.initThreadPool?.(threads);
  return { engine: new module.Engine(), threads, threadsReason: null, fetchSecondary: module.fetchSecondary };
}

/** One a core, or as many as the worker's own address asks for: `engine-worker.js?threads=4`. */
function wantedThreads(): number {
  return Number(new URLSearchParams(self.location.search).get("threads")) || navigator.hardwareConcurrency;
}

/** The most threads. More do not speed up small streams, and each takes time to start. */
const MAX_THREADS = 8;

function whyNoThreads(built: boolean): string | null {
  if (!built) return "This copy of the page was built without the threaded engine.";
  if (!self.crossOriginIsolated) {
    return "This page is not cross-origin isolated: the headers that allow threads are missing.";
  }
  if (!WebAssembly.validate(sharedMemoryModule)) return "This browser has no WebAssembly threads.";
  return null;
}
