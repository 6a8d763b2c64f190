import { beforeEach, describe, expect, it } from "vitest";
import { DraftStore } from "./draft-store.js";
import type { Example } from "./examples.js";
import { toFragment } from "./permalink.js";
import type { Program } from "./program.js";
import { Workspace } from "./workspace.js";

const program = (fileName: string, text: string): Program => ({ fileName, text, files: [], arguments: "", feeds: [] });
const example = (fileName: string, text: string): Example => ({
  fileName,
  title: fileName,
  summary: "",
  load: async () => program(fileName, text),
});

const CATALOGUE = [example("first.py", "one\n"), example("second.py", "two\n")];

let drafts: DraftStore;
let workspace: Workspace;

beforeEach(() => {
  localStorage.clear();
  drafts = new DraftStore(localStorage);
  workspace = new Workspace(drafts, CATALOGUE);
});

describe("Workspace", () => {
  it("opens the first example on a first visit", async () => {
    expect(await workspace.openFirst("")).toEqual({ program: program("first.py", "one\n"), notice: null });
  });

  it("opens what was open last, as it was left", async () => {
    workspace.rememberOpen(program("second.py", "two\n"));
    workspace.keep(program("second.py", "two, edited\n"));
    const next = new Workspace(drafts, CATALOGUE);
    expect((await next.openFirst("")).program.text).toBe("two, edited\n");
  });

  it("opens a link beside a draft of the same name", async () => {
    workspace.keep(program("mine.py", "my work\n"));
    const fragment = await toFragment(program("mine.py", "theirs\n"));
    expect((await workspace.openFirst(fragment)).program).toEqual(program("mine-2.py", "theirs\n"));
    expect(drafts.find("mine.py")?.text).toBe("my work\n");
  });

  it("opens a link to an example as that example", async () => {
    const fragment = await toFragment(program("first.py", "one\n"));
    expect((await workspace.openFirst(fragment)).program.fileName).toBe("first.py");
    expect(workspace.ownPrograms).toEqual([]);
  });

  it("keeps the work when a link is damaged, and says so", async () => {
    workspace.keep(program("mine.py", "my work\n"));
    workspace.rememberOpen(program("mine.py", "my work\n"));
    const { program: opened, notice } = await workspace.openFirst("v1.zzzz");
    expect(opened.text).toBe("my work\n");
    expect(notice).toMatch(/could not be read/);
  });

  it("forgets a draft that is the example again", async () => {
    const opened = await workspace.openNamed("first.py");
    workspace.keep({ ...(opened as Program), text: "changed\n" });
    expect(workspace.isChanged(CATALOGUE[0] as Example)).toBe(true);
    workspace.keep(opened as Program);
    expect(workspace.isChanged(CATALOGUE[0] as Example)).toBe(false);
  });

  it("lists one's own programs without the examples", async () => {
    await workspace.create();
    workspace.keep(program("first.py", "changed\n"));
    expect(workspace.ownPrograms).toEqual(["untitled.py"]);
  });

  it("works without a storage", async () => {
    const bare = new Workspace(new DraftStore(undefined), CATALOGUE);
    const { program: opened } = await bare.openFirst("");
    expect(opened.fileName).toBe("first.py");
    expect(bare.keep({ ...opened, text: "changed\n" })).toBe(false);
  });

  it("says when the storage is full", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(new DraftStore(full as unknown as Storage).keep(program("a.py", ""))).toBe(false);
  });
});
