/** How a pane speaks of a feed and of what is in it. */
export interface FeedWords {
  /** What the feed is. */
  kind: string;
  /** One of its items, and several. */
  item: string;
  items: string;
  /** What a program does that can get one. */
  listens: string;
}
