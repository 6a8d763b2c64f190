import { afterEach, describe, expect, it, vi } from "vitest";
import { type EngineModule, selectEngine } from "./select-engine.js";

function fakeModule(start: () => Promise<void> = async () => {}) {
  const module = {
    default: async () => {},
    fetchSecondary: async () => {},
    initThreadPool: vi.fn(start),
    Engine: class {},
  };
  return { module, load: async () => module as unknown as EngineModule };
}

describe("selectEngine", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("takes the engine with threads on an isolated page", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    vi.stubGlobal("navigator", { hardwareConcurrency: 3 });
    const threads = fakeModule();
    const selected = await selectEngine(fakeModule().load, threads.load);
    expect(selected).toMatchObject({ threads: 3, threadsReason: null });
    expect(threads.module.initThreadPool).toHaveBeenCalledWith(3);
  });

  it("starts as many threads as the worker's address asks for", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    vi.stubGlobal("navigator", { hardwareConcurrency: 3 });
    vi.stubGlobal("location", { search: "?threads=5" });
    const threads = fakeModule();
    expect(await selectEngine(fakeModule().load, threads.load)).toMatchObject({ threads: 5 });
    expect(threads.module.initThreadPool).toHaveBeenCalledWith(5);
  });

  it("says why a page without isolation has no threads", async () => {
    vi.stubGlobal("crossOriginIsolated", false);
    const selected = await selectEngine(fakeModule().load, fakeModule().load);
    expect(selected.threads).toBe(0);
    expect(selected.threadsReason).toContain("not cross-origin isolated");
  });

  it("goes on without threads when they do not start, and says so", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    const broken = fakeModule(() => Promise.reject(new Error("out of memory")));
    const selected = await selectEngine(fakeModule().load, broken.load);
    expect(selected.threads).toBe(0);
    expect(selected.threadsReason).toContain("out of memory");
  });

  it("goes on without the threaded engine where it was not built", async () => {
    vi.stubGlobal("crossOriginIsolated", true);
    const selected = await selectEngine(fakeModule().load, undefined);
    expect(selected.threads).toBe(0);
    expect(selected.threadsReason).toContain("built without");
  });

  it("fails where no engine was built", async () => {
    await expect(selectEngine(undefined, undefined)).rejects.toThrow("not built");
  });
});
