import { isMainThread, parentPort, Worker as Thread, workerData } from "node:worker_threads";

/**
 * The web workers of the engine's thread pool, as threads of Node: what `workerHelpers.js` of
 * wasm-bindgen-rayon asks of a page, and no more.
 */

/** The engine's module takes itself to be in a worker. */
function beWorker() {
  Object.assign(globalThis, { self: globalThis, addEventListener() {} });
}

/**
 * Lets an engine start its pool.
 *
 * @param {string} glue the address of the engine's generated module
 */
export function letStartThreads(glue) {
  beWorker();
  Object.assign(globalThis, {
    Worker: class extends EventTarget {
      thread = new Thread(new URL(import.meta.url), { workerData: { glue } });

      constructor() {
        super();
        this.thread.on("message", (data) => this.dispatchEvent(Object.assign(new Event("message"), { data })));
        this.thread.on("error", (error) => {
          throw error;
        });
      }

      /** @param {unknown} message */
      postMessage(message) {
        this.thread.postMessage(message);
      }
    },
  });
}

if (!isMainThread) {
  beWorker();
  parentPort?.once("message", async ({ init, receiver }) => {
    const engine = await import(workerData.glue);
    await engine.default(init);
    parentPort?.postMessage({ type: "wasm_bindgen_worker_ready" });
    engine.wbg_rayon_start_worker(receiver);
  });
}
