import type {
  EngineAnswer,
  EngineRequest,
  PageMessage,
  RunCommand,
  RunEvent,
  WorkerLife,
  WorkerMessage,
} from "../generated/index.js";

/** What the client needs of a `Worker`; tests give it another one. */
export interface EngineWorker {
  postMessage(message: PageMessage): void;
  terminate(): void;
  onmessage: ((message: MessageEvent<WorkerMessage | Uint8Array>) => void) | null;
  onerror: ((error: ErrorEvent) => void) | null;
  onmessageerror: ((message: MessageEvent) => void) | null;
}

/** What the client tells without being asked. */
export interface EngineListener {
  /** Something happened in the run. */
  event(event: RunEvent): void;
  /** Something happened to the worker. */
  life(life: WorkerLife): void;
}

/** The answer to a request of a type. */
export type AnswerTo<Type extends EngineRequest["type"]> = Extract<EngineAnswer, { type: Type }>;

/** Asks the engine; null when the engine was ended, or the program replaced, before there was an answer. */
export type Ask = <Request extends EngineRequest>(request: Request) => Promise<AnswerTo<Request["type"]> | null>;

/** How long the engine may take to answer `stop`, in milliseconds, before it is replaced. */
export const STOP_PATIENCE_MS = 1000;

interface OpenRequest {
  type: EngineRequest["type"];
  settle(answer: EngineAnswer | null): void;
}

const jsonText = new TextDecoder();

/**
 * The page's end of the engine worker: `ask` for what has an answer, `command` for the run.
 *
 * A worker that traps, or does not answer a `stop`, is terminated and another one started; the
 * listener hears that the worker crashed, then that the new one is ready.
 */
export class EngineClient {
  /** Absent after a worker died before it was ready: the next message starts another. */
  private worker: EngineWorker | undefined;
  private ready = false;
  private stopTimer: ReturnType<typeof setTimeout> | undefined;
  /** Messages that wait because a `stop` is not answered yet. */
  private waiting: PageMessage[] = [];
  private readonly open = new Map<number, OpenRequest>();
  private requests = 0;

  constructor(
    private readonly createWorker: () => EngineWorker,
    private readonly listener: EngineListener,
  ) {
    this.worker = this.startWorker();
  }

  /** See {@link Ask}. */
  readonly ask: Ask = <Request extends EngineRequest>(request: Request) => {
    if (request.type === "load") this.giveUp(({ type }) => type === "inspect");
    const id = this.requests++;
    return new Promise<AnswerTo<Request["type"]> | null>((resolve) => {
      this.open.set(id, {
        type: request.type,
        // An answer is of the type of its request.
        settle: (answer) => resolve(answer as AnswerTo<Request["type"]> | null),
      });
      this.send({ type: "request", id, request });
    });
  };

  /** Sends a command to the run. Commands after a `stop` wait until the run has stopped. */
  command(command: RunCommand): void {
    if (command.type === "stop" && this.stopTimer !== undefined) return;
    this.send({ type: "command", command });
    if (command.type !== "stop") return;
    this.stopTimer = setTimeout(() => {
      this.replaceWorker("The program did not let itself be stopped, so its engine was ended and a new one started.");
    }, STOP_PATIENCE_MS);
  }

  private send(message: PageMessage): void {
    if (this.stopTimer !== undefined) {
      this.waiting.push(message);
      return;
    }
    this.worker ??= this.startWorker();
    this.worker.postMessage(message);
  }

  private startWorker(): EngineWorker {
    const worker = this.createWorker();
    this.ready = false;
    worker.onmessage = ({ data }) => {
      this.receive(data instanceof Uint8Array ? (JSON.parse(jsonText.decode(data)) as WorkerMessage) : data);
    };
    worker.onerror = (error) => {
      error.preventDefault();
      this.replaceWorker(error.message || "The engine could not be started.");
    };
    worker.onmessageerror = () => this.replaceWorker("A message of the engine could not be read.");
    return worker;
  }

  private receive(message: WorkerMessage): void {
    switch (message.type) {
      case "answer":
        this.open.get(message.id)?.settle(message.answer);
        this.open.delete(message.id);
        break;
      case "event": {
        const { event } = message;
        if (event.type === "ended" || (event.type === "state" && event.state === "ended")) this.finishStop();
        this.listener.event(event);
        break;
      }
      case "life":
        if (message.life.type === "crashed") {
          this.replaceWorker(message.life.message);
        } else {
          this.ready = true;
          this.listener.life(message.life);
        }
        break;
      default:
        message satisfies never;
    }
  }

  private replaceWorker(message: string): void {
    if (this.worker) {
      this.worker.onmessage = null;
      this.worker.onerror = null;
      this.worker.terminate();
    }
    this.worker = undefined;
    // What waits for the end of a stop was not sent to this worker: the next one answers it.
    const unsent = this.waiting.map((waiting) => (waiting.type === "request" ? waiting.id : null));
    this.giveUp((_, id) => !unsent.includes(id));
    this.listener.life({ type: "crashed", message });
    if (this.ready) this.worker = this.startWorker();
    this.finishStop();
  }

  private finishStop(): void {
    if (this.stopTimer === undefined) return;
    clearTimeout(this.stopTimer);
    this.stopTimer = undefined;
    for (const message of this.waiting.splice(0)) this.send(message);
  }

  private giveUp(isLost: (request: OpenRequest, id: number) => boolean): void {
    for (const [id, request] of this.open) {
      if (!isLost(request, id)) continue;
      this.open.delete(id);
      request.settle(null);
    }
  }
}
