import { splitArguments } from "../document/arguments.js";
import type { Program } from "../document/program.js";
import { type Ask, EngineClient, type EngineWorker } from "../engine/engine-client.js";
import { emptyFeed, type Feed, isSameFeed, toEngineFeed } from "../feeds/feed.js";
import type { Diagnostic, FeedAddress, Pace, RunEvent, RunState, WorkerLife } from "../generated/index.js";
import { describeCrash } from "./crash-message.js";
import { QuietWatch } from "./quiet-watch.js";
import { emptyRecord, type ProgramEvent, type RunRecord, recordEvents } from "./run-record.js";

/** The engine's state, as the page shows it. */
export interface EngineStatus {
  phase: "starting" | "ready" | "crashed";
  /** 0 for the engine without threads. */
  threads: number;
  /** Why there are no threads. */
  threadsReason: string | null;
}

/** How long the last run's results stay after a new run began, until it has some, in milliseconds. */
const OLD_RESULTS_MS = 250;

/** A run as fast as possible pauses after so many batches: most streams have no end. */
const BATCHES_A_GO = 500;

type Intent = "check" | "run" | "step";

/** The document that is run. */
interface RunDocument {
  readonly program: Program;
  keepNow(): void;
}

/** Who hears of the run. */
export interface RunListener {
  /** Some public field of the run changed. */
  changed(how?: { isOfStream?: boolean; isLast?: boolean }): void;
  /** The items of this feed arrived in the one of its address, so many milliseconds after the virtual clock began. */
  arrived(feed: Feed, ms: number): void;
  /** Something for the person to know. */
  told(tone: "info" | "problem", text: string): void;
}

/** The run of the open program on the engine, and what it gave so far. */
export class ProgramRun {
  diagnostics: readonly Diagnostic[] = [];
  engine: EngineStatus = { phase: "starting", threads: 0, threadsReason: null };
  /** Idle while no run of the program has begun. */
  state: RunState | "idle" = "idle";
  clockMs: number | null = null;
  record: RunRecord = emptyRecord("");
  /** What the same program gave before its last edit; null when there was no edit. */
  recordBefore: RunRecord | null = null;
  pace: Pace = "fast";
  /** How many threads `local[N]` has. */
  cores = 4;
  runsOnEdit = true;
  /** Whether things come from outside at the pace of the wall clock. */
  isLive = false;

  private readonly client: EngineClient;
  private readonly quiet: QuietWatch;
  private intent: Intent = "check";
  /** The number of the last load. Answers to earlier ones are ignored. */
  private loads = 0;
  private isLoading = false;
  private events: ProgramEvent[] = [];
  private freshRecord: RunRecord | null = null;
  private batchesToGo = BATCHES_A_GO;
  /** What is run, as it was when the run began. */
  private programOfRun: Program | null = null;
  /** The feeds that the program has asked for. */
  asked: readonly FeedAddress[] = [];
  /** What was sent to the program and has not arrived yet. */
  private sent: Feed[] = [];
  /** How the last run began. */
  private going: "run" | "step" = "run";

  constructor(
    private readonly document: RunDocument,
    createWorker: () => EngineWorker,
    private readonly listener: RunListener,
  ) {
    this.client = new EngineClient(createWorker, {
      event: (event) => this.takeEvent(event),
      life: (life) => this.takeLife(life),
    });
    const isAwaited = () => (this.state === "running" && this.gait === "fast") || this.isLoading;
    this.quiet = new QuietWatch(isAwaited, () => this.changed());
  }

  /** Whether the engine has been silent for a while although it works. */
  get isBusy(): boolean {
    return this.quiet.isBusy;
  }

  /** Whether the program goes on by itself: it computes, or waits for its clock or for input. */
  private get isGoing(): boolean {
    return this.state === "running" || this.state === "waiting";
  }

  /** How fast the clock goes. */
  private get gait(): Pace {
    return this.isLive ? "live" : this.pace;
  }

  /** Asks the engine. */
  get ask(): Ask {
    return this.client.ask;
  }

  /** Forgets the program before, and runs or checks the one that is open now. */
  open(): void {
    this.diagnostics = [];
    this.record = emptyRecord("");
    this.recordBefore = null;
    this.freshRecord = null;
    this.clockMs = null;
    this.asked = [];
    this.begin(this.runsOnEdit ? "run" : "check");
  }

  /** Runs the program from its start, or goes on after a pause. */
  run(): void {
    if (this.state === "paused" && !this.isStale) this.client.command({ type: "run", pace: this.gait });
    else this.begin("run");
  }

  /** Runs one batch more. */
  step(): void {
    if ((this.state === "paused" || this.isGoing) && !this.isStale) this.client.command({ type: "step" });
    else this.begin("step");
  }

  pause(): void {
    this.client.command({ type: "pause" });
  }

  stop(): void {
    if (this.isGoing || this.state === "paused") this.client.command({ type: "stop" });
  }

  /** Whether something can be sent to the program now: it runs, or is halted, as it is written. */
  get isListening(): boolean {
    return (this.isGoing || this.state === "paused") && !this.isStale;
  }

  /** Lets the items of a feed arrive in the one of its address, at the present moment of the virtual clock. */
  send(feed: Feed): void {
    this.sent.push(feed);
    this.client.command({ type: "arrive", feed: toEngineFeed(feed, true) });
  }

  setPace(pace: Pace): void {
    this.pace = pace;
    if (this.isGoing) this.client.command({ type: "run", pace: this.gait });
    this.changed();
  }

  /** Lets the clock go with the wall clock, as long as things come from outside. The program is run if it does not. */
  setLive(isLive: boolean): void {
    if (isLive === this.isLive) return;
    this.isLive = isLive;
    if (this.isGoing && !this.isStale) this.client.command({ type: "run", pace: this.gait });
    else if (isLive) this.run();
    this.changed();
  }

  /** Takes the feeds that the document has now for those of the run: what differs in them makes no difference to it. */
  takeFeeds(): void {
    if (this.programOfRun) this.programOfRun = { ...this.programOfRun, feeds: this.document.program.feeds };
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

  /** Whether the program differs from the one whose results are shown. */
  get isStale(): boolean {
    const { programText } = this.freshRecord ?? this.record;
    const { programOfRun: ran } = this;
    const { text, files, arguments: line, feeds } = this.document.program;
    const isSame = programText === text && ran?.files === files && ran.arguments === line && ran.feeds === feeds;
    return programText !== "" && !isSame;
  }

  /** Whether the page shows something of the program: results, problems, or that it does not run by itself. */
  get hasAnswered(): boolean {
    const { record, diagnostics, engine } = this;
    const isOver = record.exitCode !== null || engine.phase === "crashed" || this.state === "waiting";
    return (
      isOver || record.batches.length > 0 || diagnostics.length > 0 || (engine.phase === "ready" && !this.runsOnEdit)
    );
  }

  /** Runs an edited program if it runs after each edit, else checks it. A paused one is left alone. */
  follow(): void {
    const isLeftAlone = this.state === "paused" || (this.state === "running" && this.gait !== "fast");
    if (isLeftAlone) return;
    if (this.runsOnEdit) this.begin("run");
    else if (!this.isGoing) this.begin("check");
  }

  private begin(intent: Intent): void {
    this.document.keepNow();
    this.intent = intent;
    if (this.isGoing || this.state === "paused") this.client.command({ type: "stop" });
    const load = ++this.loads;
    this.isLoading = true;
    const { text: program, fileName, files, arguments: line } = this.document.program;
    const master = `local[${this.cores}]`;
    const words = splitArguments(line) ?? [];
    const feeds = this.feeds.map((feed) => toEngineFeed(feed));
    this.sent = [];
    const settings = { files: [...files], feeds, arguments: words, master };
    void this.ask({ type: "load", program, fileName, ...settings }).then((answer) => {
      if (load !== this.loads) return;
      this.isLoading = false;
      if (answer) this.takeDiagnostics(answer.diagnostics);
      this.quiet.heard();
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
        if (event.type === "arrived") this.takeArrival(event.ms);
        else if (this.asksForMore(event)) this.begin(this.going);
      }
    }
    this.quiet.heard();
    this.changed(event.type === "state" && event.state !== "running");
  }

  /** The feeds of the program, and an empty one for each that it asked for and that there is not. */
  private get feeds(): readonly Feed[] {
    const { feeds } = this.document.program;
    const isFed = (address: FeedAddress) => feeds.some((feed) => isSameFeed(feed, address));
    return [...feeds, ...this.asked.filter((address) => !isFed(address)).map(emptyFeed)];
  }

  /** Whether the program asks for feeds that were not there when the run began. The next run has them. */
  private asksForMore(event: ProgramEvent): boolean {
    const asked = event.type === "graph" ? event.streams.flatMap(({ feeds }) => feeds) : [];
    if (event.type === "feedMissing") asked.push(event.feed);
    const { feeds } = this;
    const missing = asked.filter((address) => !feeds.some((feed) => isSameFeed(feed, address)));
    this.asked = [...this.asked, ...missing];
    return missing.length > 0;
  }

  private takeArrival(ms: number): void {
    const arrived = this.sent.shift();
    if (!arrived) return;
    this.listener.arrived(arrived, ms);
    // What was sent while the program ran does not make its results stale.
    this.takeFeeds();
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
    this.quiet.heard();
    this.changed();
  }

  private takeDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics = diagnostics;
    this.state = "idle";
    if (this.intent === "check" || diagnostics.some(({ severity }) => severity === "error")) return;
    this.events = [];
    this.batchesToGo = BATCHES_A_GO;
    this.programOfRun = this.document.program;
    const fresh = emptyRecord(this.document.program.text);
    this.freshRecord = fresh;
    setTimeout(() => {
      if (this.freshRecord !== fresh) return;
      this.useFreshRecord();
      this.changed();
    }, OLD_RESULTS_MS);
    this.going = this.intent;
    if (this.intent === "run") this.client.command({ type: "run", pace: this.gait });
    else this.client.command({ type: "step" });
    this.intent = "check";
  }

  private takeCrash(message: string): void {
    this.engine = { ...this.engine, phase: "crashed" };
    this.state = "idle";
    const text = describeCrash(message, this.record.batches.at(-1)?.batch);
    this.listener.told("problem", `${text} Your program and its results so far are still here.`);
  }

  private changed(isLast = false): void {
    this.listener.changed({ isOfStream: this.events.length > 0 && !this.freshRecord, isLast });
  }

  /** Takes what the engine sent since the last change into the record. */
  takeEvents(): void {
    if (this.events.length === 0) return;
    if (this.freshRecord) this.useFreshRecord();
    this.record = recordEvents(this.record, this.events);
    const batches = this.events.filter(({ type }) => type === "batch").length;
    this.events = [];
    if (batches > 0) this.client.command({ type: "seen" });
    this.batchesToGo -= batches;
    if (this.batchesToGo <= 0 && this.state === "running" && this.gait === "fast") {
      this.batchesToGo = BATCHES_A_GO;
      this.client.command({ type: "pause" });
      this.listener.told(
        "info",
        `Paused after ${BATCHES_A_GO.toLocaleString("en")} batches. Resume goes on from here.`,
      );
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
}
