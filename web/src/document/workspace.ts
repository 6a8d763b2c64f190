import type { DraftStore } from "./draft-store.js";
import { type Example, examples } from "./examples.js";
import { fromFragment, isProgramFragment } from "./permalink.js";
import { BLANK_PROGRAM, numberedFileName, type Program, sameContent } from "./program.js";

/** A program that was opened, and what there is to tell about it. */
export interface Opened {
  program: Program;
  notice: string | null;
}

/**
 * Which program is open, and how it gets there: from a link, a file, an example, a draft.
 *
 * Opening never overwrites: a program that comes from outside under the name of a draft with
 * another text gets a number behind its name.
 */
export class Workspace {
  private readonly originals = new Map<string, Program>();

  constructor(
    private readonly drafts: DraftStore,
    private readonly catalogue: readonly Example[] = examples,
  ) {}

  /** Names of the person's own programs: drafts that are not of an example. */
  get ownPrograms(): string[] {
    return this.drafts.fileNames().filter((fileName) => !this.findExample(fileName));
  }

  /** Whether an example was changed. */
  isChanged(example: Example): boolean {
    return this.drafts.has(example.fileName);
  }

  /** Opens the first program of a visit: that of the link, the one open last, or the first example. */
  async openFirst(fragment: string): Promise<Opened> {
    let notice: string | null = null;
    if (isProgramFragment(fragment)) {
      try {
        return { program: await this.adopt(await fromFragment(fragment)), notice };
      } catch (error) {
        notice = messageOf(error);
      }
    }
    const linked = new URLSearchParams(location.search).get("example");
    const last = linked ? `${linked}.py` : this.drafts.lastOpen;
    const program =
      (last === null ? undefined : await this.openNamed(last)) ??
      (await this.openNamed(this.catalogue[0]?.fileName ?? ""));
    return { program: program ?? BLANK_PROGRAM, notice };
  }

  /** Remembers which program is open, for the next visit. */
  rememberOpen({ fileName }: Program): void {
    this.drafts.lastOpen = fileName;
  }

  /** Opens a draft or an example by name. */
  async openNamed(fileName: string): Promise<Program | undefined> {
    const example = this.findExample(fileName);
    const original = example && (await this.original(example));
    return this.drafts.find(fileName) ?? original;
  }

  /** Opens an example as it came, and forgets what was changed in it. */
  async restore(example: Example): Promise<Program> {
    const program = await this.original(example);
    this.drafts.forget(example.fileName);
    return program;
  }

  /** Takes in a program from outside and keeps it. */
  async adopt(program: Program): Promise<Program> {
    for (let number = 1; ; number++) {
      const fileName = numberedFileName(program.fileName, number);
      const example = this.findExample(fileName);
      const here = this.drafts.find(fileName) ?? (example && (await this.original(example)));
      if (here && !sameContent(here, program)) continue;
      const adopted = { ...program, fileName };
      this.keep(adopted);
      return adopted;
    }
  }

  /** Starts a program of one's own. */
  create(): Promise<Program> {
    return this.adopt(BLANK_PROGRAM);
  }

  /** Keeps the open program, unless it is an example as it came; false when the browser refuses. */
  keep(program: Program): boolean {
    const original = this.originals.get(program.fileName);
    if (original && sameContent(original, program)) {
      this.drafts.forget(program.fileName);
      return true;
    }
    return this.drafts.keep(program);
  }

  /** Forgets one of the person's own programs. */
  discard(fileName: string): void {
    this.drafts.forget(fileName);
  }

  findExample(fileName: string): Example | undefined {
    return this.catalogue.find((example) => example.fileName === fileName);
  }

  private async original(example: Example): Promise<Program> {
    const program = this.originals.get(example.fileName) ?? (await example.load());
    this.originals.set(example.fileName, program);
    return program;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
