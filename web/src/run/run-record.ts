import type {
  BatchReport,
  Diagnostic,
  Failure,
  Learned,
  OutputInfo,
  OutputReport,
  RunEvent,
  StreamInfo,
  TextStream,
} from "../generated/index.js";
import { MOST_FIGURES, type ShownFigure } from "./shown-figures.js";

/** Text that the program printed, in order. */
export interface PrintedText {
  stream: TextStream;
  text: string;
}

/** Everything that one run of a program has produced so far. A new value for every change. */
export interface RunRecord {
  /** The text that ran. */
  programText: string;
  /** The graph of the program: its streams by number, and its outputs. */
  streams: readonly StreamInfo[];
  outputs: readonly OutputInfo[];
  /** Warnings and hints about a program that runs, but perhaps not as it is meant. */
  advice: readonly Diagnostic[];
  /** By number, without holes; the oldest are let go past `MOST_BATCHES`. */
  batches: readonly BatchReport[];
  /** The outputs that have trained a model, by number, and what kind of model. */
  learners: ReadonlyMap<number, Learned["kind"]>;
  printed: readonly PrintedText[];
  /** What the program itself printed to its standard output, and not one of its outputs. */
  driverPrinted: readonly PrintedText[];
  /** What the program drew, in order; the oldest are let go past `MOST_FIGURES`. */
  shownFigures: readonly ShownFigure[];
  /** Whether what was printed goes once there is something new. */
  isToClear: boolean;
  /** Null until the program has ended. */
  exitCode: number | null;
  /** What ended the program. */
  failure: Failure | null;
  /** What a program that gave up asks for. */
  wanted: Diagnostic | null;
}

/** How many batches a run keeps. */
export const MOST_BATCHES = 10_000;

/** How many pieces of printed text a run keeps. */
const MOST_PRINTED = 20_000;

/** A run that has not produced anything. */
export function emptyRecord(programText: string): RunRecord {
  return {
    programText,
    streams: [],
    outputs: [],
    advice: [],
    batches: [],
    learners: new Map(),
    printed: [],
    driverPrinted: [],
    shownFigures: [],
    isToClear: false,
    exitCode: null,
    failure: null,
    wanted: null,
  };
}

/** An event of the program: all but those that only tell its state and the time of its clock. */
export type ProgramEvent = Exclude<RunEvent, { type: "state" }>;

/** The record after some more events of the run. */
export function recordEvents(record: RunRecord, events: readonly ProgramEvent[]): RunRecord {
  const batches: BatchReport[] = [];
  const printed: PrintedText[] = [];
  const driverPrinted: PrintedText[] = [];
  const drawn: ShownFigure[] = [];
  const next = { ...record };
  const clear = () => {
    next.printed = next.driverPrinted = [];
    printed.length = driverPrinted.length = 0;
    next.isToClear = false;
  };
  const lastBatchMs = () => (batches.at(-1) ?? record.batches.at(-1))?.batchTimeMs ?? null;
  for (const event of events) {
    switch (event.type) {
      case "batch":
        batches.push(event.report);
        break;
      case "figure":
        if (next.isToClear) clear();
        drawn.push({ batchTimeMs: event.batchTimeMs ?? lastBatchMs(), figure: event.figure });
        break;
      case "cleared":
        drawn.push({ batchTimeMs: event.batchTimeMs ?? lastBatchMs(), figure: null });
        if (event.waits) next.isToClear = true;
        else clear();
        break;
      case "text":
        if (next.isToClear) clear();
        appendText(printed, event);
        if (event.output === null && event.stream === "stdout") appendText(driverPrinted, event);
        break;
      case "graph":
        next.streams = event.streams;
        next.outputs = event.outputs;
        break;
      case "advice":
        next.advice = [...next.advice, event.advice];
        break;
      case "noCoreLeft":
        next.advice = [...next.advice, event.advice];
        break;
      case "arrived":
      case "feedMissing":
        // Feeds are a part of the document, not of what the program did.
        break;
      case "ended":
        next.exitCode = event.exitCode;
        next.failure = event.failure;
        next.wanted = event.advice;
        break;
      default:
        event satisfies never;
    }
  }
  if (batches.length > 0) {
    next.batches = [...record.batches, ...batches].slice(-MOST_BATCHES);
    next.learners = withLearners(record.learners, batches);
  }
  if (drawn.length > 0) next.shownFigures = [...record.shownFigures, ...drawn].slice(-MOST_FIGURES);
  if (printed.length > 0) next.printed = [...next.printed, ...printed].slice(-MOST_PRINTED);
  if (driverPrinted.length > 0) next.driverPrinted = [...next.driverPrinted, ...driverPrinted].slice(-MOST_PRINTED);
  return next;
}

/** The batch of that number; the latest when there is no number, or no such batch. */
export function findBatch(record: RunRecord, batch: number | null): BatchReport | undefined {
  const latest = record.batches.at(-1);
  const first = record.batches[0]?.batch;
  return batch === null || first === undefined ? latest : (record.batches[batch - first] ?? latest);
}

/** What an output did in a batch. */
export function findOutput(report: BatchReport | undefined, output: number): OutputReport | undefined {
  return report?.outputs.find((candidate) => candidate.output === output);
}

/** How many records the outputs of a batch have together. */
export function recordsOut(report: BatchReport): number {
  return report.outputs.reduce((sum, { records }) => sum + (records?.total ?? 0), 0);
}

/** How many outputs of a batch failed, the batch itself counting as one. */
export function failureCount(report: BatchReport): number {
  return report.outputs.filter(({ failure }) => failure !== null).length + (report.failure === null ? 0 : 1);
}

function withLearners(known: RunRecord["learners"], batches: readonly BatchReport[]): RunRecord["learners"] {
  const found = batches.flatMap(({ outputs }) =>
    outputs.flatMap(({ output, learned }) => (learned && !known.has(output) ? [[output, learned.kind] as const] : [])),
  );
  return found.length === 0 ? known : new Map([...known, ...found]);
}

function appendText(printed: PrintedText[], { stream, text }: PrintedText): void {
  const last = printed.at(-1);
  // One growing piece would be copied at every append, so a piece ends at a few kilobytes.
  if (last && last.stream === stream && last.text.length < 4096) last.text += text;
  else printed.push({ stream, text });
}
