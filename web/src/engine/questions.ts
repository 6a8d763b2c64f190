import type { EngineCommand, EngineEvent } from "../generated/index.js";

/** The answer to a question, of the event's type that answers it. */
export type Answer<T extends EngineEvent["type"]> = Extract<EngineEvent, { type: T }>;

/** What is done with what comes back to a command that asks for something. */
interface Question {
  /** Whether its answer is about the loaded program, and gone with it. */
  readonly isOfRun: boolean;
  /** Takes the event if it is the answer. */
  take(event: EngineEvent): boolean;
  /** Ends the waiting when no answer will come. */
  giveUp(): void;
}

/** What the engine was asked and has not answered; answers come in the order of the questions. */
export class Questions {
  private open: Question[] = [];

  /** Asks; the promise is kept by the answer, or by `fallback` when none will come. */
  ask<T extends EngineEvent["type"]>(
    question: {
      command: EngineCommand;
      type: T;
      isOfRun: boolean;
      isAnswer(event: Answer<T>): boolean;
      fallback: Answer<T>;
    },
    send: (command: EngineCommand) => void,
  ): Promise<Answer<T>> {
    const { command, type, isOfRun, isAnswer, fallback } = question;
    return new Promise((keep) => {
      this.open.push({
        isOfRun,
        take(event) {
          if (event.type !== type || !isAnswer(event as Answer<T>)) return false;
          keep(event as Answer<T>);
          return true;
        },
        giveUp: () => keep(fallback),
      });
      send(command);
    });
  }

  /** Hands an event to the question that it answers, if there is one. */
  take(event: EngineEvent): boolean {
    const index = this.open.findIndex((question) => question.take(event));
    if (index >= 0) this.open.splice(index, 1);
    return index >= 0;
  }

  /** Gives up the questions about a program that is gone. */
  giveUpRun(): void {
    const lost = this.open.filter(({ isOfRun }) => isOfRun);
    this.open = this.open.filter(({ isOfRun }) => !isOfRun);
    for (const question of lost) question.giveUp();
  }

  /** Gives up everything: the engine is gone. */
  giveUpAll(): void {
    for (const question of this.open.splice(0)) question.giveUp();
  }
}
