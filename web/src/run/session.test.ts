import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftStore } from "../document/draft-store.js";
import { Workspace } from "../document/workspace.js";
import type { Diagnostic, PageMessage } from "../generated/index.js";
import { reportOf } from "../testing/reports.js";
import { ScriptedWorker } from "../testing/scripted-worker.js";
import { Session } from "./session.js";

const ERROR: Diagnostic = { severity: "error", message: "SyntaxError", hint: null, place: null, fix: null };

let worker: ScriptedWorker;
let session: Session;

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(120);
}

beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  const workspace = new Workspace(new DraftStore(localStorage), [
    {
      fileName: "first.py",
      title: "First",
      summary: "",
      load: async () => ({ fileName: "first.py", text: "one\n", files: [], arguments: "", feeds: [] }),
    },
  ]);
  session = new Session(workspace, () => {
    worker = new ScriptedWorker();
    return worker;
  });
  localStorage.setItem("brooklet.open", "first.py");
  await session.document.start("");
  await settle();
});

afterEach(() => vi.useRealTimers());

function endRun(...batches: number[]): void {
  for (const number of batches) worker.tell({ type: "batch", report: reportOf(number, [["1"]]) });
  worker.tell({ type: "ended", exitCode: 0, failure: null, advice: null });
  worker.tell({ type: "state", state: "ended", clockMs: 0 });
}

describe("Session", () => {
  it("runs what it opens", () => {
    expect(worker.take()).toEqual(["load", "run"]);
    expect(session.run.state).toBe("running");
  });

  it("runs again once typing rests, and shows the old results until there are new ones", async () => {
    endRun(1, 2);
    await settle();
    worker.take();
    session.document.edit("on\n");
    session.document.edit("other\n");
    expect(worker.take()).toEqual([]);
    await vi.advanceTimersByTimeAsync(320);
    expect(worker.take()).toEqual(["load", "run"]);
    expect(session.run.record.programText).toBe("one\n");
    endRun(1);
    await settle();
    expect(session.run.record.programText).toBe("other\n");
    expect(session.run.record.batches).toHaveLength(1);
    expect(session.run.recordBefore?.batches).toHaveLength(2);
    expect(localStorage.getItem("brooklet.draft.first.py")).toContain("other");
  });

  it("keeps the results when the text has an error", async () => {
    endRun(1, 2);
    worker.diagnostics = [ERROR];
    session.document.edit("def (\n");
    await vi.advanceTimersByTimeAsync(400);
    expect(session.run.diagnostics).toEqual([ERROR]);
    expect(session.run.record.batches).toHaveLength(2);
    expect(session.run.isStale).toBe(true);
    expect(worker.take()).not.toContain("step");
    worker.diagnostics = [];
    session.document.edit("one\n");
    await vi.advanceTimersByTimeAsync(400);
    expect(session.run.diagnostics).toEqual([]);
  });

  it("drops what an older run still sends after a new one was asked for", async () => {
    worker.take();
    worker.postMessage = (message) => {
      worker.messages.push(message);
    };
    session.act("run");
    worker.tell({ type: "state", state: "ended", clockMs: 0 });
    worker.tell({ type: "batch", report: reportOf(9, []) });
    for (const message of worker.messages) if (message.type === "request") worker.answer(message.id);
    await Promise.resolve();
    worker.tell({ type: "batch", report: reportOf(1, []) });
    await settle();
    expect(session.run.record.batches.map(({ batch }) => batch)).toEqual([1]);
  });

  it("leaves a paused program alone when its text changes, and starts over on Run", async () => {
    worker.tell({ type: "state", state: "paused", clockMs: 0 });
    worker.take();
    session.document.edit("other\n");
    await vi.advanceTimersByTimeAsync(400);
    expect(worker.take()).toEqual([]);
    session.act("run");
    await settle();
    expect(worker.take()).toEqual(["stop", "load", "run"]);
  });

  it("goes on after a pause", () => {
    worker.tell({ type: "state", state: "paused", clockMs: 0 });
    worker.take();
    session.act("run");
    expect(worker.take()).toEqual(["run"]);
    session.act("step");
    expect(worker.take()).toEqual(["step"]);
  });

  it("checks without running when it may not run by itself", async () => {
    endRun(1);
    session.run.setRunsOnEdit(false);
    worker.take();
    session.document.edit("other\n");
    await vi.advanceTimersByTimeAsync(400);
    expect(worker.take()).toEqual(["load"]);
  });

  it("keeps text and results over a crash and works on", async () => {
    worker.live({ type: "ready", threads: 2, threadsReason: null });
    endRun(1, 2);
    await settle();
    const crashed = worker;
    crashed.live({ type: "crashed", message: "unreachable" });
    await settle();
    expect(worker).not.toBe(crashed);
    expect(session.notice?.text).toContain("unreachable");
    expect(session.run.record.batches).toHaveLength(2);
    worker.live({ type: "ready", threads: 2, threadsReason: null });
    session.act("run");
    await settle();
    expect(worker.take()).toEqual(["load", "run"]);
  });

  it("says that the engine works when it is silent for long", async () => {
    await vi.advanceTimersByTimeAsync(500);
    expect(session.run.isBusy).toBe(true);
    endRun(1);
    await settle();
    expect(session.run.isBusy).toBe(false);
  });

  it("says which batches it has taken in", async () => {
    worker.tell({ type: "batch", report: reportOf(1, []) });
    const seen: PageMessage = { type: "command", command: { type: "seen" } };
    expect(worker.messages).not.toContainEqual(seen);
    await settle();
    expect(worker.messages.at(-1)).toEqual(seen);
  });

  it("tells at once which batch is chosen, for the next key goes on from there", async () => {
    endRun(1, 2, 3);
    await settle();
    const told: (number | null)[] = [];
    session.addEventListener("change", () => told.push(session.selection.batch));
    session.select(1);
    session.select(2);
    expect(told).toEqual([1, 2]);
  });

  it("pauses a stream without an end", async () => {
    for (let number = 1; number <= 500; number++) worker.tell({ type: "batch", report: reportOf(number, []) });
    await settle();
    expect(worker.take().at(-1)).toBe("pause");
    expect(session.notice?.text).toContain("Paused after 500 batches");
    expect(session.run.record.batches).toHaveLength(500);
  });

  it("keeps an edit when the page is left before typing rests", () => {
    session.document.edit("other\n");
    session.document.keepNow();
    expect(localStorage.getItem("brooklet.draft.first.py")).toContain("other");
  });

  it("passes the number of cores on as the master", () => {
    endRun();
    worker.take();
    session.run.setCores(2);
    const load = worker.messages.findLast(({ type }) => type === "request");
    expect(load).toMatchObject({ request: { type: "load", master: "local[2]" } });
  });
});
