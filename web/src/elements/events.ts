import type { ProgramSettings } from "../document/program.js";
import type { Feed, FeedFile } from "../feeds/feed.js";
import type { ItemAct } from "../feeds/feed-list.js";
import type { FilledLine } from "../feeds/generators.js";
import type { FeedAddress, Pace, Place, ProgramEdit, ProgramFix } from "../generated/index.js";
import type { GraphPart } from "../graph/stream-graph.js";
import type { RecordAct } from "../inputs/record-edit.js";

/** A request of an element to the page around it. */
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

/** The person changed what the program is run with: its files, its arguments. */
export class SettingsEdit extends RequestEvent {
  constructor(readonly settings: Partial<ProgramSettings>) {
    super("settings-edit");
  }
}

/** The person changed the expression in a field. */
export class FieldEdit extends RequestEvent {
  constructor(readonly text: string) {
    super("field-edit");
  }
}

/** The person changed an argument; null takes it out. */
export class ArgumentEdit extends RequestEvent {
  constructor(
    readonly name: string,
    readonly text: string | null,
  ) {
    super("argument-edit");
  }
}

/** The person changed the program in a form or a grid. */
export class ProgramEditRequest extends RequestEvent {
  constructor(
    readonly edit: ProgramEdit,
    /** The part of the form that shows why it cannot be done. */
    readonly site: string,
  ) {
    super("program-edit");
  }
}

/** The person wants a remark's fix made. */
export class FixRequest extends RequestEvent {
  constructor(readonly fix: ProgramFix) {
    super("fix-request");
  }
}

/** The person chose a method to add. */
export class MethodPick extends RequestEvent {
  constructor(readonly method: string) {
    super("method-pick");
  }
}

/** The person did something with a record of an input. */
export class RecordKey extends RequestEvent {
  constructor(
    readonly act: RecordAct,
    /** What is written or inserted, an expression each. */
    readonly texts: readonly string[],
  ) {
    super("record-key");
  }
}

/** The person chose how a text from outside becomes batches. */
export class BatchesImport extends RequestEvent {
  constructor(
    readonly batches: string[][],
    /** Whether they take the place of those that are there. */
    readonly replaces: boolean,
  ) {
    super("batches-import");
  }
}

/** The person sends the items of this feed to the program: they arrive in the one of its address. */
export class FeedSend extends RequestEvent {
  constructor(readonly feed: Feed) {
    super("feed-send");
  }
}

/** The person lets messages come from an address into a feed; null ends that. */
export class LiveRequest extends RequestEvent {
  constructor(
    readonly feed: FeedAddress,
    readonly live: string | null,
  ) {
    super("live-request");
  }
}

/** The person did something with an item of a feed. */
export class ItemRequest extends RequestEvent {
  constructor(readonly act: ItemAct) {
    super("item-request");
  }
}

/** The person changed the text of a line. */
export class LineWrite extends RequestEvent {
  constructor(readonly text: string) {
    super("line-write");
  }
}

/** A record as a person writes it. */
export interface RecordDraft {
  key: string | null;
  value: string | null;
  /** Null where its key decides. */
  partition: number | null;
  /** The batch that it comes in; null for the present moment. */
  batch: number | null;
}

/** The person wrote a record. */
export class RecordWrite extends RequestEvent {
  constructor(readonly draft: RecordDraft) {
    super("record-write");
  }
}

/** The person changed a file: its name or its content. */
export class FileWrite extends RequestEvent {
  constructor(readonly file: FeedFile) {
    super("file-write");
  }
}

/** The person chose many lines for a feed. */
export class FeedFill extends RequestEvent {
  constructor(
    readonly lines: readonly FilledLine[],
    /** Whether they take the place of those that are there. */
    readonly replaces: boolean,
  ) {
    super("feed-fill");
  }
}

/** The person wants to see a place in the program. */
export class PlaceRequest extends RequestEvent {
  constructor(readonly place: Place) {
    super("place-request");
  }
}

/** The person selected a batch; null follows the latest. */
export class BatchSelect extends RequestEvent {
  constructor(readonly batch: number | null) {
    super("batch-select");
  }
}

/** The person selected a part of the graph to inspect. */
export class GraphSelect extends RequestEvent {
  constructor(readonly part: GraphPart) {
    super("graph-select");
  }
}

/** The person selected a stage of a job. */
export class StageSelect extends RequestEvent {
  constructor(readonly stage: number) {
    super("stage-select");
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
    "settings-edit": SettingsEdit;
    "field-edit": FieldEdit;
    "argument-edit": ArgumentEdit;
    "program-edit": ProgramEditRequest;
    "fix-request": FixRequest;
    "method-pick": MethodPick;
    "record-key": RecordKey;
    "batches-import": BatchesImport;
    "feed-send": FeedSend;
    "live-request": LiveRequest;
    "item-request": ItemRequest;
    "line-write": LineWrite;
    "record-write": RecordWrite;
    "file-write": FileWrite;
    "feed-fill": FeedFill;
    "place-request": PlaceRequest;
    "batch-select": BatchSelect;
    "graph-select": GraphSelect;
    "stage-select": StageSelect;
    "run-request": RunRequest;
    "pace-select": PaceSelect;
    "cores-select": CoresSelect;
    "runs-on-edit-select": RunsOnEditSelect;
    "program-request": ProgramRequest;
    tell: Tell;
  }
}
