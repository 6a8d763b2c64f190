import type { Pace, Place } from "../generated/index.js";

/** What an element asks of the page around it. */
abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The person changed the program's text. */
export class TextEdit extends RequestEvent {
  constructor(readonly text: string) {
    super("text-edit");
  }
}

/** A place in the program wants to be seen. */
export class PlaceRequest extends RequestEvent {
  constructor(readonly place: Place) {
    super("place-request");
  }
}

/** A batch wants to be looked at; null follows the latest. */
export class BatchSelect extends RequestEvent {
  constructor(readonly batch: number | null) {
    super("batch-select");
  }
}

/** What can be done to the run. */
export type RunAction = "run" | "pause" | "step" | "stop";

/** The person pressed one of the run's buttons. */
export class RunRequest extends RequestEvent {
  constructor(readonly action: RunAction) {
    super("run-request");
  }
}

/** The person chose how fast the virtual clock goes. */
export class PaceSelect extends RequestEvent {
  constructor(readonly pace: Pace) {
    super("pace-select");
  }
}

/** The person chose how many threads `local[N]` has. */
export class CoresSelect extends RequestEvent {
  constructor(readonly cores: number) {
    super("cores-select");
  }
}

/** The person chose whether an edit runs the program. */
export class RunsOnEditSelect extends RequestEvent {
  constructor(readonly runsOnEdit: boolean) {
    super("runs-on-edit-select");
  }
}

/** What can be done with programs as a whole. */
export type ProgramAction =
  | { kind: "open"; fileName: string }
  | { kind: "create" }
  | { kind: "restore"; fileName: string }
  | { kind: "discard"; fileName: string }
  | { kind: "openFile"; file: File };

/** The person chose something in the menu of programs. */
export class ProgramRequest extends RequestEvent {
  constructor(readonly action: ProgramAction) {
    super("program-request");
  }
}

/** Something to tell the person. */
export class Tell extends RequestEvent {
  constructor(
    readonly tone: "info" | "problem",
    readonly text: string,
  ) {
    super("tell");
  }
}

declare global {
  interface HTMLElementEventMap {
    "text-edit": TextEdit;
    "place-request": PlaceRequest;
    "batch-select": BatchSelect;
    "run-request": RunRequest;
    "pace-select": PaceSelect;
    "cores-select": CoresSelect;
    "runs-on-edit-select": RunsOnEditSelect;
    "program-request": ProgramRequest;
    tell: Tell;
  }
}
