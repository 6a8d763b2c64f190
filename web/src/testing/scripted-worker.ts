import type { EngineWorker } from "../engine/engine-client.js";
import type { Diagnostic, PageMessage, RunEvent, WorkerLife, WorkerMessage } from "../generated/index.js";

/** A worker that is told what to say. */
export class ScriptedWorker implements EngineWorker {
  messages: PageMessage[] = [];
  diagnostics: Diagnostic[] = [];
  onmessage: EngineWorker["onmessage"] = null;
  onerror: EngineWorker["onerror"] = null;
  onmessageerror: EngineWorker["onmessageerror"] = null;

  postMessage(message: PageMessage): void {
    this.messages.push(message);
    setTimeout(() => {
      if (message.type === "request") this.answer(message.id);
      else if (message.command.type === "stop") this.tell({ type: "state", state: "ended", clockMs: 0 });
      else if (message.command.type === "run") this.tell({ type: "state", state: "running", clockMs: 0 });
    });
  }

  terminate(): void {}

  /** Answers a `load`. */
  answer(id: number): void {
    this.send({ type: "answer", id, answer: { type: "load", diagnostics: this.diagnostics } });
  }

  tell(event: RunEvent): void {
    this.send({ type: "event", event });
  }

  live(life: WorkerLife): void {
    this.send({ type: "life", life });
  }

  /** The types of the messages so far, but for those that only say what the page has seen. */
  take(): string[] {
    return this.messages.splice(0).flatMap((message) => {
      const { type } = message.type === "request" ? message.request : message.command;
      return type === "seen" ? [] : [type];
    });
  }

  private send(data: WorkerMessage): void {
    this.onmessage?.({ data } as MessageEvent<WorkerMessage>);
  }
}
