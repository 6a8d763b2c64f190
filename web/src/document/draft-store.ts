import type { Program } from "./program.js";
import { programFromJson, programToJson } from "./stored-program.js";

const DRAFT_PREFIX = "brooklet.draft.";
const OPEN_KEY = "brooklet.open";

/**
 * The programs that a person has changed, kept in the browser between visits by file name.
 *
 * Every method works when there is no storage: then nothing is kept, and `keep` says so.
 */
export class DraftStore {
  constructor(private readonly storage: Storage | undefined) {}

  /** File names of all drafts, sorted. */
  fileNames(): string[] {
    const { storage } = this;
    if (!storage) return [];
    return Object.keys(storage)
      .filter((key) => key.startsWith(DRAFT_PREFIX))
      .map((key) => key.slice(DRAFT_PREFIX.length))
      .sort();
  }

  has(fileName: string): boolean {
    return this.read(DRAFT_PREFIX + fileName) !== null;
  }

  /** The draft of that name, if there is one that can be read. */
  find(fileName: string): Program | undefined {
    const json = this.read(DRAFT_PREFIX + fileName);
    if (json === null) return undefined;
    try {
      return programFromJson(json);
    } catch {
      return undefined;
    }
  }

  /** Keeps a program; false when the browser refuses. */
  keep(program: Program): boolean {
    return this.write(DRAFT_PREFIX + program.fileName, programToJson(program));
  }

  forget(fileName: string): void {
    this.storage?.removeItem(DRAFT_PREFIX + fileName);
  }

  /** The file name of the program that was open last. */
  get lastOpen(): string | null {
    return this.read(OPEN_KEY);
  }

  set lastOpen(fileName: string) {
    this.write(OPEN_KEY, fileName);
  }

  private read(key: string): string | null {
    return this.storage?.getItem(key) ?? null;
  }

  private write(key: string, value: string): boolean {
    if (!this.storage) return false;
    try {
      this.storage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  }
}

/** Keeps nothing, and reports no problem: an embedded program belongs to the page around it. */
export class NoDrafts extends DraftStore {
  constructor() {
    super(undefined);
  }

  override keep(): boolean {
    return true;
  }
}

/** The browser's own storage, or none where the browser forbids it. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
