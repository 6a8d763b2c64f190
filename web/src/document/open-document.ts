import type { Example } from "./examples.js";
import { BLANK_PROGRAM, type Program, type ProgramSettings } from "./program.js";
import type { Workspace } from "./workspace.js";

/** How long typing rests before the program is kept and run again, in milliseconds. */
const EDIT_REST_MS = 300;

/** Who hears of the document. */
export interface DocumentListener {
  /** Another program is open. */
  opened(): void;
  /** The program was edited, and typing rests. */
  edited(): void;
  /** Something of the document differs. */
  changed(): void;
  /** Something went wrong. */
  failed(text: string): void;
}

/** The open program: its edits, and how they are kept. */
export class OpenDocument {
  program: Program = BLANK_PROGRAM;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private openings = 0;

  constructor(
    readonly workspace: Workspace,
    private readonly listener: DocumentListener,
  ) {}

  /** Opens the first program of a visit. */
  async start(fragment: string): Promise<void> {
    await this.open(async () => {
      const { program, notice } = await this.workspace.openFirst(fragment);
      if (notice) this.listener.failed(notice);
      return program;
    });
  }

  /** Opens the one program that the page is about. */
  startWith(program: Program): void {
    this.show(program);
  }

  /** Opens a draft or an example by name. */
  async openNamed(fileName: string): Promise<void> {
    this.keepNow();
    try {
      await this.open(() => this.workspace.openNamed(fileName));
    } catch (error) {
      this.listener.failed(error instanceof Error ? error.message : String(error));
    }
  }

  /** Opens an example as it came. */
  async restore(example: Example): Promise<void> {
    await this.open(() => this.workspace.restore(example));
  }

  /** Opens a program from outside: a file, a link. */
  async adopt(program: Program): Promise<void> {
    this.keepNow();
    await this.open(() => this.workspace.adopt(program));
  }

  /** Opens a program of one's own. */
  async create(): Promise<void> {
    this.keepNow();
    await this.open(() => this.workspace.create());
  }

  /** Forgets one of the person's own programs; another opens when it was the open one. */
  async discard(fileName: string): Promise<void> {
    this.workspace.discard(fileName);
    if (fileName === this.program.fileName) {
      this.cancelEdit();
      await this.start("");
    }
    this.listener.changed();
  }

  /** Takes a new text; keeps it once typing rests. */
  edit(text: string): void {
    if (text === this.program.text) return;
    this.program = { ...this.program, text };
    clearTimeout(this.editTimer);
    this.editTimer = setTimeout(() => {
      this.keepNow();
      this.listener.edited();
    }, EDIT_REST_MS);
    this.listener.changed();
  }

  /** Takes other files or arguments, and keeps them. */
  set(settings: Partial<ProgramSettings>): void {
    this.program = { ...this.program, ...settings };
    this.cancelEdit();
    this.keep();
    this.listener.edited();
    this.listener.changed();
  }

  /** Takes in what happened to the program while it ran, and keeps it. */
  take(settings: Partial<ProgramSettings>): void {
    this.program = { ...this.program, ...settings };
    this.keep();
    this.listener.changed();
  }

  /** Keeps an edit that is not kept yet, as before the page is left. */
  keepNow(): void {
    if (this.editTimer === undefined) return;
    this.cancelEdit();
    this.keep();
  }

  /** Shows a program once it is loaded. The newest opening counts: one that loads longer is passed over. */
  private async open(load: () => Promise<Program | undefined>): Promise<void> {
    const opening = ++this.openings;
    const program = await load();
    if (program && opening === this.openings) this.show(program);
  }

  private show(program: Program): void {
    this.program = program;
    this.workspace.rememberOpen(program);
    this.listener.opened();
    this.listener.changed();
  }

  private keep(): void {
    if (this.workspace.keep(this.program)) return;
    this.listener.failed("The browser does not keep this program. Download it before you leave the page.");
  }

  private cancelEdit(): void {
    clearTimeout(this.editTimer);
    this.editTimer = undefined;
  }
}
