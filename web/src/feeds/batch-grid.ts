import type { BatchReport, StreamInfo } from "../generated/index.js";
import type { FeedLine } from "./feed.js";

/** Where the virtual clock begins, in milliseconds since 1970. */
const START_MS = Date.UTC(2024, 0, 1);

/** How long a receiver gathers a block, in milliseconds: `spark.streaming.blockInterval`. */
const BLOCK_MS = 200;

/** Where the batches of a program are on the virtual clock, in milliseconds after its beginning. */
export interface BatchGrid {
  batchMs: number;
  /** When the streams started. */
  startMs: number;
}

/** Lines that reach a program in the same batch. */
export interface LineBatch {
  batch: number;
  /** The lines, each with its place in the feed and its block in the batch, from 1. */
  lines: { line: FeedLine; index: number; block: number }[];
}

/** The grid of a program that has run; one of a batch a second where none has. */
export function gridOf(input: StreamInfo | undefined, [first]: readonly BatchReport[]): BatchGrid {
  const batchMs = input?.slideMs ?? 1000;
  return { batchMs, startMs: first ? first.batchTimeMs - first.batch * batchMs - START_MS : 0 };
}

/**
 * The batch that a line reaches a program in. A receiver cuts a block at every 200 ms; a line belongs to the next cut,
 * and a block to the first batch after its cut.
 */
export function batchOf(ms: number, grid: BatchGrid): number {
  return Math.max(1, Math.floor((cutOf(ms) - grid.startMs) / grid.batchMs) + 1);
}

/** When a line comes that is put into a batch: a block or two before it, as the batch is long. */
export function timeFor(batch: number, grid: BatchGrid): number {
  const aheadMs = grid.batchMs < 2 * BLOCK_MS ? BLOCK_MS : 2 * BLOCK_MS;
  return Math.max(0, grid.startMs + batch * grid.batchMs - aheadMs);
}

/** The lines of a feed by batch. */
export function toLineBatches(lines: readonly FeedLine[], grid: BatchGrid): LineBatch[] {
  const batches: LineBatch[] = [];
  let cut = Number.NaN;
  let block = 0;
  lines.forEach((line, index) => {
    const batch = batchOf(line.ms, grid);
    let last = batches.at(-1);
    if (last?.batch !== batch) {
      last = { batch, lines: [] };
      batches.push(last);
      block = 0;
      cut = Number.NaN;
    }
    if (cutOf(line.ms) !== cut) block += 1;
    cut = cutOf(line.ms);
    last.lines.push({ line, index, block });
  });
  return batches;
}

/** The lines of a text, so many a batch from a batch on; an empty last line is none. */
export function spread(text: string, linesABatch: number, batch: number, grid: BatchGrid): FeedLine[] {
  const texts = text.split(/\r?\n/);
  if (texts.at(-1) === "") texts.pop();
  return texts.map((line, index) => ({ ms: timeFor(batch + Math.floor(index / linesABatch), grid), text: line }));
}

function cutOf(ms: number): number {
  return Math.ceil(ms / BLOCK_MS) * BLOCK_MS;
}
