import type { Example } from "../document/examples.js";
import { BLANK_PROGRAM, type Program } from "../document/program.js";
import type { Workspace } from "../document/workspace.js";
import { type Ask, EngineClient, type EngineWorker } from "../engine/engine-client.js";
import type { DataFile, Diagnostic, Pace, RunEvent, RunState, WorkerLife } from "../generated/index.js";
import { describeCrash } from "./crash-message.js";
import { emptyRecord, type ProgramEvent, type RunRecord, recordEvents } from "./run-record.js";

/** The engine as the page tells of it. */
export interface EngineStatus {
  phase: "starting" | "ready" | "crashed";
  /** 0 for the engine without threads. */
  threads: number;
  /** Why there are no threads. */
  threadsReason: string | null;
}

/** Something that happened, told until it is dismissed. */
export interface Notice {
  tone: "info" | "problem";
  text: string;
}

/** How long typing rests before the program is kept and run again, in milliseconds. */
const EDIT_REST_MS = 300;

/** How long a run may be silent before the page says that it works on something, in milliseconds. */
const QUIET_MS = 400;

/** How long the results of the last run stay while a new one has not produced any, in milliseconds. */
const OLD_RESULTS_MS = 250;

/** How long the page rests between two changes while batches stream in, the first of a run apart, in milliseconds. */
const STREAM_REST_MS = 40;

/** After how many batches as fast as possible a run pauses, for most streams have no end. */
const BATCHES_A_GO = 500;

type Intent = "check" | "run" | "step";

/**
 * The open program, the engine and the run of the one on the other.
 *
 * A `change` event says that any of the public fields may differ. What the engine sends makes at most one a frame, and
 * fewer while batches stream in.
 */
export class Session extends EventTarget {
  program: Program = BLANK_PROGRAM;
  diagnostics: readonly Diagnostic[] = [];
  engine: EngineStatus = { phase: "starting", threads: 0, threadsReason: null };
  /** Idle while no run of the program has begun. */
  state: RunState | "idle" = "idle";
  clockMs: number | null = null;
  record: RunRecord = emptyRecord("");
  /** What the same program gave before its last edit; null when there was no edit. */
  recordBefore: RunRecord | null = null;
  /** The batch that is looked at; null follows the latest. */
  selectedBatch: number | null = null;
  pace: Pace = "fast";
  /** How many threads `local[N]` has. */
  cores = 4;
  runsOnEdit = true;
  notice: Notice | null = null;
  /** Whether the engine has been at something for a while. */
  isBusy = false;

  private readonly client: EngineClient;
  private intent: Intent = "check";
  /** Counts the programs that were loaded: what older ones still send is void. */
  private loads = 0;
  private isLoading = false;
  private events: ProgramEvent[] = [];
  private freshRecord: RunRecord | null = null;
  private isChangeDue = false;
  private changedAt = 0;
  private heardAt = 0;
  private batchesToGo = BATCHES_A_GO;
  private filesOfRun: readonly DataFile[] = [];
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private quietTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly workspace: Workspace,
    createWorker: () => EngineWorker,
  ) {
    super();
    this.client = new EngineClient(createWorker, {
      event: (event) => this.takeEvent(event),
      life: (life) => this.takeLife(life),
    });
  }

  /** Asks the engine. */
  get ask(): Ask {
    return this.client.ask;
  }

  /** Opens what the visit begins with. */
  async start(fragment: string): Promise<void> {
    const { program, notice } = await this.workspace.openFirst(fragment);
    if (notice) this.notice = { tone: "problem", text: notice };
    this.show(program);
  }

  /** Opens the one program that the page is about. */
  startWith(program: Program): void {
    this.show(program);
  }

  /** Opens an example, or what was made of it. */
  async openNamed(fileName: string): Promise<void> {
    this.keepNow();
    try {
      const program = await this.workspace.openNamed(fileName);
      if (program) this.show(program);
    } catch (error) {
      this.tell("problem", error instanceof Error ? error.message : String(error));
    }
  }

  /** Opens an example as it came. */
  async restore(example: Example): Promise<void> {
    this.show(await this.workspace.restore(example));
  }

  /** Opens a program from outside: a file, a link. */
  async adopt(program: Program): Promise<void> {
    this.keepNow();
    this.show(await this.workspace.adopt(program));
  }

  /** Opens a program of one's own. */
  async create(): Promise<void> {
    this.keepNow();
    this.show(await this.workspace.create());
  }

  /** Forgets one of the person's own programs; another opens when it was the open one. */
  async discard(fileName: string): Promise<void> {
    this.workspace.discard(fileName);
    if (fileName === this.program.fileName) {
      this.cancelEdit();
      this.show((await this.workspace.openFirst("")).program);
    }
    this.changed();
  }

  /** Takes a new text; keeps it, and runs or checks it, once typing rests. */
  edit(text: string): void {
    if (text === this.program.text) return;
    this.program = { ...this.program, text };
    clearTimeout(this.editTimer);
    this.editTimer = setTimeout(() => {
      this.keepNow();
      this.follow();
    }, EDIT_REST_MS);
    this.changed();
  }

  /** Takes other data files; keeps them, and runs or checks the program with them. */
  editFiles(files: readonly DataFile[]): void {
    this.program = { ...this.program, files };
    this.cancelEdit();
    this.keep();
    this.follow();
    this.changed();
  }

  /** Keeps an edit that is not kept yet, as before the page is left. */
  keepNow(): void {
    if (this.editTimer === undefined) return;
    this.cancelEdit();
    this.keep();
  }

  /** Runs the program from its start, or goes on after a pause. */
  run(): void {
    this.forgetInfo();
    if (this.state === "paused" && !this.isStale) this.client.command({ type: "run", pace: this.pace });
    else this.begin("run");
  }

  /** Runs one batch more. */
  step(): void {
    this.forgetInfo();
    if ((this.state === "paused" || this.state === "running") && !this.isStale) this.client.command({ type: "step" });
    else this.begin("step");
  }

  pause(): void {
    this.client.command({ type: "pause" });
  }

  stop(): void {
    this.forgetInfo();
    if (this.state === "running" || this.state === "paused") this.client.command({ type: "stop" });
  }

  setPace(pace: Pace): void {
    this.pace = pace;
    if (this.state === "running") this.client.command({ type: "run", pace });
    this.changed();
  }

  setCores(cores: number): void {
    this.cores = cores;
    this.follow();
    this.changed();
  }

  setRunsOnEdit(runsOnEdit: boolean): void {
    this.runsOnEdit = runsOnEdit;
    if (runsOnEdit && this.isStale) this.follow();
    this.changed();
  }

  select(batch: number | null): void {
    this.selectedBatch = batch === this.record.batches.at(-1)?.batch && this.state === "running" ? null : batch;
    // The next key goes on from what this one chose, and may come before the next frame.
    this.dispatchEvent(new Event("change"));
  }

  dismissNotice(): void {
    this.notice = null;
    this.changed();
  }

  tell(tone: Notice["tone"], text: string): void {
    this.notice = { tone, text };
    this.changed();
  }

  /** Whether the text or the files differ from those whose results are shown. */
  get isStale(): boolean {
    const { programText } = this.freshRecord ?? this.record;
    return programText !== "" && (programText !== this.program.text || this.filesOfRun !== this.program.files);
  }

  /** Whether there is something to see of the program: what it gave, what is wrong with it, or nothing that will come. */
  get hasAnswered(): boolean {
    const { record, diagnostics, engine } = this;
    const isOver = record.exitCode !== null || engine.phase === "crashed";
    return (
      isOver || record.batches.length > 0 || diagnostics.length > 0 || (engine.phase === "ready" && !this.runsOnEdit)
    );
  }

  /** What was only to be known is over once something else is asked for. */
  private forgetInfo(): void {
    if (this.notice?.tone === "info") this.dismissNotice();
  }

  private show(program: Program): void {
    this.program = program;
    this.diagnostics = [];
    this.record = emptyRecord("");
    this.recordBefore = null;
    this.freshRecord = null;
    this.selectedBatch = null;
    this.clockMs = null;
    this.begin(this.runsOnEdit ? "run" : "check");
    this.changed();
  }

  /** Does with a changed program what can be done without being asked. */
  private follow(): void {
    const isLeftAlone = this.state === "paused" || (this.state === "running" && this.pace === "realTime");
    if (isLeftAlone) return;
    if (this.runsOnEdit) this.begin("run");
    else if (this.state !== "running") this.begin("check");
  }

  private begin(intent: Intent): void {
    this.keepNow();
    this.intent = intent;
    if (this.state === "running" || this.state === "paused") this.client.command({ type: "stop" });
    const load = ++this.loads;
    this.isLoading = true;
    const { text: program, fileName, files } = this.program;
    const master = `local[${this.cores}]`;
    void this.ask({ type: "load", program, fileName, files: [...files], master }).then((answer) => {
      if (load !== this.loads) return;
      this.isLoading = false;
      if (answer) this.takeDiagnostics(answer.diagnostics);
      this.watchQuiet();
      this.changed();
    });
    this.changed();
  }

  private takeEvent(event: RunEvent): void {
    if (!this.isLoading) {
      if (event.type === "state") {
        this.state = event.state;
        this.clockMs = event.clockMs;
      } else {
        this.events.push(event);
      }
    }
    this.watchQuiet();
    this.changed(event.type === "state" && event.state !== "running");
  }

  private takeLife(life: WorkerLife): void {
    switch (life.type) {
      case "ready":
        this.engine = { phase: "ready", threads: life.threads, threadsReason: life.threadsReason };
        break;
      case "crashed":
        this.takeCrash(life.message);
        break;
      default:
        life satisfies never;
    }
    this.watchQuiet();
    this.changed();
  }

  private takeDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics = diagnostics;
    this.state = "idle";
    if (this.intent === "check" || diagnostics.some(({ severity }) => severity === "error")) return;
    this.events = [];
    this.batchesToGo = BATCHES_A_GO;
    this.filesOfRun = this.program.files;
    const fresh = emptyRecord(this.program.text);
    this.freshRecord = fresh;
    setTimeout(() => {
      if (this.freshRecord !== fresh) return;
      this.useFreshRecord();
      this.changed();
    }, OLD_RESULTS_MS);
    if (this.intent === "run") this.client.command({ type: "run", pace: this.pace });
    else this.client.command({ type: "step" });
    this.intent = "check";
  }

  private takeCrash(message: string): void {
    this.engine = { ...this.engine, phase: "crashed" };
    this.state = "idle";
    const text = describeCrash(message, this.record.batches.at(-1)?.batch);
    this.notice = { tone: "problem", text: `${text} Your program and its results so far are still here.` };
  }

  private watchQuiet(): void {
    this.heardAt = performance.now();
    this.isBusy = false;
    this.quietTimer ??= setTimeout(() => this.checkQuiet(), QUIET_MS);
  }

  private checkQuiet(): void {
    this.quietTimer = undefined;
    const isWaiting = (this.state === "running" && this.pace === "fast") || this.isLoading;
    if (!isWaiting) return;
    const silentMs = performance.now() - this.heardAt;
    if (silentMs < QUIET_MS) {
      this.quietTimer = setTimeout(() => this.checkQuiet(), QUIET_MS - silentMs);
      return;
    }
    this.isBusy = true;
    this.changed();
  }

  /** Has a `change` told soon; at the next frame, if what changed is the last for a while. */
  private changed(isLast = false): void {
    if (this.isChangeDue && !(isLast && this.restTimer !== undefined)) return;
    clearTimeout(this.restTimer);
    this.restTimer = undefined;
    this.isChangeDue = true;
    const isStream = this.events.length > 0 && !this.freshRecord && !isLast;
    const restMs = isStream ? this.changedAt + STREAM_REST_MS - performance.now() : 0;
    const tell = () => {
      this.restTimer = undefined;
      this.isChangeDue = false;
      this.changedAt = performance.now();
      this.applyEvents();
      this.dispatchEvent(new Event("change"));
    };
    // Frames do not come while the page is hidden.
    if (restMs > 0 || document.hidden) this.restTimer = setTimeout(tell, Math.max(restMs, STREAM_REST_MS / 4));
    else requestAnimationFrame(tell);
  }

  private applyEvents(): void {
    if (this.events.length === 0) return;
    if (this.freshRecord) this.useFreshRecord();
    this.record = recordEvents(this.record, this.events);
    const batches = this.events.filter(({ type }) => type === "batch").length;
    this.events = [];
    if (batches > 0) this.client.command({ type: "seen" });
    this.batchesToGo -= batches;
    if (this.batchesToGo <= 0 && this.state === "running" && this.pace === "fast") {
      this.batchesToGo = BATCHES_A_GO;
      this.client.command({ type: "pause" });
      this.tell("info", `Paused after ${BATCHES_A_GO.toLocaleString("en")} batches. Resume goes on from here.`);
    }
  }

  private useFreshRecord(): void {
    if (this.freshRecord) {
      const isOfEdit = this.record.programText !== "" && this.record.programText !== this.freshRecord.programText;
      if (isOfEdit) this.recordBefore = this.record;
      this.record = this.freshRecord;
    }
    this.freshRecord = null;
  }

  private keep(): void {
    if (this.workspace.keep(this.program)) return;
    this.tell("problem", "The browser does not keep this program. Download it before you leave the page.");
  }

  private cancelEdit(): void {
    clearTimeout(this.editTimer);
    this.editTimer = undefined;
  }
}
