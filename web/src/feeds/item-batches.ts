import { type BatchGrid, batchOf, cutOf } from "./batch-grid.js";
import type { FeedItem } from "./feed.js";

/** An item with its place: in the feed, and its block in the batch, from 1. */
export interface PlacedItem<Item> {
  item: Item;
  index: number;
  block: number;
}

/** Items that reach a program in the same batch. */
export interface ItemBatch<Item> {
  batch: number;
  items: PlacedItem<Item>[];
}

/** The items of a feed by batch. */
export function toBatches<Item extends FeedItem>(items: readonly Item[], grid: BatchGrid): ItemBatch<Item>[] {
  const batches: ItemBatch<Item>[] = [];
  let cut = Number.NaN;
  let block = 0;
  items.forEach((item, index) => {
    const batch = batchOf(item.ms, grid);
    let last = batches.at(-1);
    if (last?.batch !== batch) {
      last = { batch, items: [] };
      batches.push(last);
      block = 0;
      cut = Number.NaN;
    }
    const itsCut = grid.blockMs > 0 ? cutOf(item.ms, grid) : 0;
    if (itsCut !== cut) block += 1;
    cut = itsCut;
    last.items.push({ item, index, block });
  });
  return batches;
}
