import type {
  DataFile,
  EngineCommand,
  EngineEvent,
  OperatorInfo,
  Pace,
  ProgramEdit,
  ProgramOutline,
  RecordOrder,
  StreamLook,
} from "../generated/index.js";
import { type Answer, Questions } from "./questions.js";

/** What the client needs of a `Worker`; tests give it another one. */
export interface EngineWorker {
  postMessage(command: EngineCommand): void;
  terminate(): void;
  onmessage: ((message: MessageEvent<EngineEvent | Uint8Array>) => void) | null;
  onerror: ((error: ErrorEvent) => void) | null;
  onmessageerror: ((message: MessageEvent) => void) | null;
}

/** A program as the engine takes it. */
export interface EngineProgram {
  text: string;
  fileName: string;
  files: readonly DataFile[];
  /** Where Spark would run it: `local[N]`. */
  master: string;
}

/** One page of an output's records at a batch. */
export type Records = Answer<"records">;

/** How an edit changes a text, or why it does not. */
export type Edited = Answer<"edited">;

/** How long the engine may take to answer `stop`, in milliseconds, before it is replaced. */
export const STOP_PATIENCE_MS = 1000;

/** What is said to a question that the engine did not live to answer. */
const GONE = "The engine was ended before it could answer.";

const jsonText = new TextDecoder();

/**
 * The page's end of the engine worker: one method a command, one listener for all events.
 *
 * A worker that traps, or does not answer a `stop`, is terminated and another one started; the
 * listener hears of it as a `crashed` event, then as the `ready` of the new one.
 */
export class EngineClient {
  /** Absent after a worker died before it was ready: the next command starts another. */
  private worker: EngineWorker | undefined;
  private ready = false;
  private stopTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was asked for after a `stop` that is not answered yet. */
  private waiting: EngineCommand[] = [];
  private readonly questions = new Questions();
  private questionNumber = 0;

  constructor(
    private readonly createWorker: () => EngineWorker,
    private readonly listener: (event: EngineEvent) => void,
  ) {
    this.worker = this.startWorker();
  }

  /** Compiles a program; diagnostics come back. */
  load(program: EngineProgram): void {
    this.questions.giveUpRun();
    this.send({
      type: "load",
      program: program.text,
      fileName: program.fileName,
      files: [...program.files],
      master: program.master,
    });
  }

  /** Runs the loaded program, or goes on after a pause. */
  run(pace: Pace): void {
    this.send({ type: "run", pace });
  }

  /** Runs until one more batch is done, then pauses. */
  step(): void {
    this.send({ type: "step" });
  }

  /** Halts the program where it is. */
  pause(): void {
    this.send({ type: "pause" });
  }

  /** Ends the program; an engine that does not answer in time is replaced. Later commands wait for that. */
  stop(): void {
    if (this.stopTimer !== undefined) return;
    this.send({ type: "stop" });
    this.stopTimer = setTimeout(() => {
      this.replaceWorker("The program did not let itself be stopped, so its engine was ended and a new one started.");
    }, STOP_PATIENCE_MS);
  }

  /** Says that the batches so far are taken in; the engine waits for it when it is far ahead. */
  seen(): void {
    this.send({ type: "seen" });
  }

  /** Asks for a page of an output's records; none of a program that is gone. */
  inspect(
    output: number,
    batchTimeMs: number,
    offset: number,
    limit: number,
    order: RecordOrder | null,
  ): Promise<Records> {
    return this.ask({
      command: { type: "inspect", output, batchTimeMs, offset, limit, order },
      type: "records",
      isOfRun: true,
      isAnswer: (event) => event.output === output && event.batchTimeMs === batchTimeMs && event.offset === offset,
      fallback: { type: "records", output, batchTimeMs, offset, total: 0, columns: [], rows: [] },
    });
  }

  /** Asks what a stream held at a batch; nothing of a program that is gone. */
  async look(stream: number, batchTimeMs: number, limit: number): Promise<StreamLook> {
    const look: StreamLook = { columns: [], partitions: [], window: null, stateChanges: null, absence: GONE };
    const answer = await this.ask({
      command: { type: "look", stream, batchTimeMs, limit },
      type: "looked",
      isOfRun: true,
      isAnswer: (event) => event.stream === stream && event.batchTimeMs === batchTimeMs,
      fallback: { type: "looked", stream, batchTimeMs, look },
    });
    return answer.look;
  }

  /** Asks what a program's text defines; nothing of a text that does not parse. */
  async outline(program: string): Promise<ProgramOutline | null> {
    const question = this.questionNumber++;
    const { outline } = await this.ask({
      command: { type: "outline", question, program },
      type: "outlined",
      isOfRun: false,
      isAnswer: (event) => event.question === question,
      fallback: { type: "outlined", question, outline: null },
    });
    return outline;
  }

  /** Asks how an edit changes a program's text. */
  workOutEdit(program: string, edit: ProgramEdit): Promise<Edited> {
    const question = this.questionNumber++;
    return this.ask({
      command: { type: "edit", question, program, edit },
      type: "edited",
      isOfRun: false,
      isAnswer: (event) => event.question === question,
      fallback: { type: "edited", question, changes: [], refusal: GONE },
    });
  }

  /** Asks what a form can add. */
  async operators(): Promise<readonly OperatorInfo[]> {
    const { operators } = await this.ask({
      command: { type: "operators" },
      type: "operators",
      isOfRun: false,
      isAnswer: () => true,
      fallback: { type: "operators", operators: [] },
    });
    return operators;
  }

  private ask<T extends EngineEvent["type"]>(question: Parameters<typeof Questions.prototype.ask<T>>[0]) {
    return this.questions.ask(question, (command) => this.send(command));
  }

  private send(command: EngineCommand): void {
    if (this.stopTimer !== undefined) {
      this.waiting.push(command);
      return;
    }
    this.worker ??= this.startWorker();
    this.worker.postMessage(command);
  }

  private startWorker(): EngineWorker {
    const worker = this.createWorker();
    this.ready = false;
    worker.onmessage = ({ data }) => {
      this.receive(data instanceof Uint8Array ? (JSON.parse(jsonText.decode(data)) as EngineEvent) : data);
    };
    worker.onerror = (error) => {
      error.preventDefault();
      this.replaceWorker(error.message || "The engine could not be started.");
    };
    worker.onmessageerror = () => this.replaceWorker("A message of the engine could not be read.");
    return worker;
  }

  private receive(event: EngineEvent): void {
    if (event.type === "crashed") {
      this.replaceWorker(event.message);
      return;
    }
    if (event.type === "ready") this.ready = true;
    if (event.type === "ended" || (event.type === "state" && (event.state === "idle" || event.state === "ended"))) {
      this.finishStop();
    }
    if (this.questions.take(event)) return;
    this.listener(event);
  }

  private replaceWorker(message: string): void {
    if (this.worker) {
      this.worker.onmessage = null;
      this.worker.onerror = null;
      this.worker.terminate();
    }
    this.worker = undefined;
    this.questions.giveUpAll();
    this.listener({ type: "crashed", message });
    if (this.ready) this.worker = this.startWorker();
    this.finishStop();
  }

  private finishStop(): void {
    if (this.stopTimer === undefined) return;
    clearTimeout(this.stopTimer);
    this.stopTimer = undefined;
    for (const command of this.waiting.splice(0)) this.send(command);
  }
}
