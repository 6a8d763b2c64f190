import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DraftStore } from "./draft-store.js";
import { OpenDocument } from "./open-document.js";
import { BLANK_PROGRAM, type Program } from "./program.js";
import { Workspace } from "./workspace.js";

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});

afterEach(() => vi.useRealTimers());

function setUp() {
  const listener = { opened: vi.fn(), edited: vi.fn(), changed: vi.fn(), failed: vi.fn() };
  const open = new OpenDocument(new Workspace(new DraftStore(localStorage), []), listener);
  open.startWith({ fileName: "own.py", text: "one\n", files: [], arguments: "", feeds: [] });
  return { open, listener };
}

it("says once that the program was edited, when typing rests", () => {
  const { open, listener } = setUp();
  open.edit("on\n");
  open.edit("other\n");
  expect(open.program.text).toBe("other\n");
  expect(listener.edited).not.toHaveBeenCalled();
  vi.advanceTimersByTime(320);
  expect(listener.edited).toHaveBeenCalledTimes(1);
});

it("does not call the same text an edit", () => {
  const { open, listener } = setUp();
  open.edit("one\n");
  vi.advanceTimersByTime(320);
  expect(listener.edited).not.toHaveBeenCalled();
});

it("takes other files at once", () => {
  const { open, listener } = setUp();
  open.set({ files: [{ path: "a.txt", bytes: new Uint8Array() }] });
  expect(listener.edited).toHaveBeenCalledTimes(1);
  expect(open.program.files.map(({ path }) => path)).toEqual(["a.txt"]);
});

it("shows the newest choice when an earlier one loads longer", async () => {
  let finish = (_: Program) => {};
  const slow = new Promise<Program>((resolve) => {
    finish = resolve;
  });
  const example = { fileName: "slow.py", title: "slow", summary: "", load: () => slow };
  const drafts = new DraftStore(localStorage);
  const listener = { opened: vi.fn(), edited: vi.fn(), changed: vi.fn(), failed: vi.fn() };
  const open = new OpenDocument(new Workspace(drafts, [example]), listener);
  const start = open.start("");
  await open.adopt({ ...BLANK_PROGRAM, fileName: "dropped.py", text: "mine\n" });
  finish({ ...BLANK_PROGRAM, fileName: "slow.py" });
  await start;
  expect(open.program.fileName).toBe("dropped.py");
  expect(drafts.lastOpen).toBe("dropped.py");
  expect(listener.opened).toHaveBeenCalledTimes(1);
});
