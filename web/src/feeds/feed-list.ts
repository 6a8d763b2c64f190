import { type BatchGrid, batchOf, timeFor } from "./batch-grid.js";
import { type Feed, type FeedItem, insertAt, withItems, withMore } from "./feed.js";

/** What a person can do with an item of a feed. */
export type ItemAct = "remove" | "earlier" | "later";

/** Where an item is put: into a batch, before an item of it or behind all. */
export interface ItemPlace {
  batch: number;
  /** The partition of the topic, where there is one. */
  partition: number | null;
  before: number | null;
}

/** A feed with something done to one of its items: moved to the batch before or after, taken out. */
export function withAct<Any extends Feed>(feed: Any, act: ItemAct, index: number, grid: BatchGrid): Any {
  const item = feed.items[index];
  if (!item) return feed;
  if (act === "remove") return withItems(feed, without(feed.items, index));
  const batch = batchOf(item.ms, grid) + (act === "earlier" ? -1 : 1);
  return batch < 1 ? feed : withMoved(feed, index, { batch, partition: null, before: null }, grid);
}

/** A feed with one of its items put into another place. */
export function withMoved<Any extends Feed>(feed: Any, index: number, to: ItemPlace, grid: BatchGrid): Any {
  const item = feed.items[index];
  if (!item || to.before === index) return feed;
  const others = without(feed.items, index);
  const moved = { ...item, ...(to.partition === null ? {} : { partition: to.partition }) };
  const next = to.before === null ? undefined : feed.items[to.before];
  if (!next) return withMore({ ...feed, items: others }, [{ ...moved, ms: timeFor(to.batch, grid) }]);
  const at = others.indexOf(next);
  return withItems(feed, insertAt<FeedItem>(others, at, { ...moved, ms: next.ms }));
}

/** A feed with another item in the place of one. */
export function withChanged<Any extends Feed>(feed: Any, index: number, changed: FeedItem): Any {
  return withItems(
    feed,
    feed.items.map((item, other) => (other === index ? changed : item)),
  );
}

function without(items: readonly FeedItem[], index: number): FeedItem[] {
  return items.filter((_, other) => other !== index);
}
