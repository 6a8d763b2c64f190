import { type Feed, withItems } from "../feed.js";

/** The most items that are kept of a feed that is live, and their most characters. */
const MOST_ITEMS = 1000;
const MOST_CHARACTERS = 500_000;

/** A feed without its oldest items, where more have come than are kept; how many those are. */
export function bounded(feed: Feed): { feed: Feed; dropped: number } {
  let kept = 0;
  let characters = 0;
  for (const item of [...feed.items].reverse()) {
    if ("text" in item) characters += item.text.length;
    else if ("value" in item) characters += (item.value?.length ?? 0) + (item.key?.length ?? 0);
    if (kept === MOST_ITEMS || (characters > MOST_CHARACTERS && kept > 0)) break;
    kept += 1;
  }
  const dropped = feed.items.length - kept;
  return { feed: dropped > 0 ? withItems(feed, feed.items.slice(dropped)) : feed, dropped };
}
