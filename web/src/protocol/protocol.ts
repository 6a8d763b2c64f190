/** What crosses between the page and the engine worker. */

export interface DataFile {
  path: string;
  bytes: Uint8Array;
}

/** 1-based lines, 0-based columns in UTF-16 units; the end is exclusive. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export type Severity = "error" | "warning" | "hint";

export interface Diagnostic {
  severity: Severity;
  message: string;
  hint: string | null;
  place: Place | null;
}

export interface OutputInfo {
  id: number;
  operator: string;
  label: string;
  place: Place | null;
}

export interface Failure {
  title: string;
  message: string;
  traceback: string;
  place: Place | null;
  why: string | null;
  mend: string | null;
}

/** The first rows of an output's records; each cell is a Python `repr`, a tuple spreads over the columns. */
export interface RecordPage {
  columns: string[];
  rows: string[][];
  total: number;
  more: boolean;
}

export interface OutputReport {
  output: number;
  text: string;
  records: RecordPage | null;
  failure: Failure | null;
  processingTimeMs: number;
}

export interface BatchReport {
  batch: number;
  batchTimeMs: number;
  outputs: OutputReport[];
  inputRecords: number;
  processingTimeMs: number;
  schedulingDelayMs: number;
  failure: Failure | null;
}

export type TextStream = "stdout" | "stderr";

export type Pace = "fast" | "realTime";

export type EngineState = "idle" | "running" | "paused" | "ended";

export type EngineCommand =
  | { type: "load"; program: string; fileName: string; files: DataFile[]; master: string }
  | { type: "run"; pace: Pace }
  | { type: "step" }
  | { type: "pause" }
  | { type: "stop" }
  | { type: "inspect"; output: number; batchTimeMs: number; offset: number; limit: number };

export type EngineEvent =
  | { type: "ready"; threads: number; threadsReason: string | null }
  | { type: "diagnostics"; diagnostics: Diagnostic[] }
  | { type: "outputs"; outputs: OutputInfo[] }
  | { type: "text"; stream: TextStream; text: string; batchTimeMs: number | null; output: number | null }
  | { type: "batch"; report: BatchReport }
  | { type: "state"; state: EngineState; clockMs: number }
  | {
      type: "records";
      output: number;
      batchTimeMs: number;
      offset: number;
      total: number;
      columns: string[];
      rows: string[][];
    }
  | { type: "ended"; exitCode: number; failure: Failure | null }
  | { type: "crashed"; message: string };
