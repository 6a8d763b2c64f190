import type { BatchReport, FeedAddress, StreamInfo } from "../generated/index.js";
import type { FeedItem } from "./feed.js";

/** Where the virtual clock begins, in milliseconds since 1970. */
const START_MS = Date.UTC(2024, 0, 1);

/** How long a receiver gathers a block, in milliseconds: `spark.streaming.blockInterval`. */
const BLOCK_MS = 200;

/** How long before its batch something comes that is put into it, in milliseconds. */
const AHEAD_MS = 400;

/** Where the batches of a program are on the virtual clock, in milliseconds after its beginning. */
export interface BatchGrid {
  batchMs: number;
  /** When the streams started. */
  startMs: number;
  /** How long blocks are gathered that batches are made of; 0 where items reach a batch by themselves. */
  blockMs: number;
  /** Whether what comes at the very moment of a batch is still a part of it. */
  takesLast: boolean;
}

/** The grid of a feed, by the stream that reads it; of a batch a second where the program has not run. */
export function gridOf(
  { type }: Pick<FeedAddress, "type">,
  input: Pick<StreamInfo, "slideMs" | "operator"> | undefined,
  [first]: readonly BatchReport[],
): BatchGrid {
  const batchMs = input?.slideMs ?? 1000;
  const startMs = first ? first.batchTimeMs - first.batch * batchMs - START_MS : 0;
  const isReceived = type === "socket" || input?.operator === "createStream";
  return { batchMs, startMs, blockMs: isReceived ? BLOCK_MS : 0, takesLast: type === "topic" && !isReceived };
}

/**
 * The batch that an item reaches a program in. A receiver cuts a block at every 200 ms; what it gets belongs to the
 * next cut, and a block to the first batch after its cut. Without a receiver an item belongs to the next batch.
 */
export function batchOf(ms: number, grid: BatchGrid): number {
  const batches = (cutOf(ms, grid) - grid.startMs) / grid.batchMs;
  return Math.max(1, grid.takesLast ? Math.ceil(batches) : Math.floor(batches) + 1);
}

/** When an item comes that is put into a batch: two blocks before it, or less where a batch is short. */
export function timeFor(batch: number, { startMs, batchMs, blockMs }: BatchGrid): number {
  const aheadMs = batchMs >= AHEAD_MS ? AHEAD_MS : blockMs || batchMs / 2;
  return Math.max(0, startMs + batch * batchMs - aheadMs);
}

/** The batch after all items. */
export function nextBatch(items: readonly FeedItem[], grid: BatchGrid): number {
  const last = items.at(-1);
  return last ? batchOf(last.ms, grid) + 1 : 1;
}

/** When the block is cut that something belongs to; the very moment where there are no blocks. */
export function cutOf(ms: number, { blockMs }: BatchGrid): number {
  return blockMs > 0 ? Math.ceil(ms / blockMs) * blockMs : ms;
}
