import { afterEach, describe, expect, it, vi } from "vitest";
import { startEngineEarly, startEngineWorker } from "./start-worker.js";

const workers: FakeWorker[] = [];

class FakeWorker {
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onerror: ((error: { message: string }) => void) | null = null;

  constructor() {
    workers.push(this);
  }
}

describe("startEngineWorker", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    workers.length = 0;
  });

  it("gives the worker that was started early once, with what it has said so far", async () => {
    vi.stubGlobal("Worker", FakeWorker);
    startEngineEarly();
    workers[0]?.onmessage?.({ data: "ready" });
    const heard: unknown[] = [];
    const worker = startEngineWorker();
    worker.onmessage = ({ data }) => heard.push(data);
    worker.onerror = ({ message }) => heard.push(message);
    await Promise.resolve();
    workers[0]?.onerror?.({ message: "gone" });
    expect(heard).toEqual(["ready", "gone"]);
    expect(startEngineWorker()).toBe(workers[1]);
  });
});
