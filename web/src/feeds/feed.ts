import type { ArrivalTime, FeedAddress, Feed as FeedOfEngine } from "../generated/index.js";

/** What a feed holds: each item arrives so many milliseconds after the virtual clock began. */
interface Timed {
  ms: number;
}

/** A line that a server sends. */
export interface FeedLine extends Timed {
  text: string;
}

/** A record of a topic. */
export interface FeedRecord extends Timed {
  partition: number;
  key: string | null;
  value: string | null;
}

/** A file that appears in a folder. */
export interface FeedFile extends Timed {
  name: string;
  bytes: Uint8Array;
}

type Address<Type extends FeedAddress["type"]> = Extract<FeedAddress, { type: Type }>;

interface Content<Item> {
  /** In the order of their times. */
  items: readonly Item[];
  /** The address that its items may come from while the program runs; empty for none. */
  live: string;
}

/** What a server sends to a program, as `nc -lk 9999` would. */
export type SocketFeed = Address<"socket"> & Content<FeedLine>;

/** The records of a Kafka topic. */
export type TopicFeed = Address<"topic"> & Content<FeedRecord> & { partitions: number };

/** The files that appear in a folder. */
export type FolderFeed = Address<"folder"> & Content<FeedFile>;

/** What the world sends to a program: a part of the document. */
export type Feed = SocketFeed | TopicFeed | FolderFeed;

/** The most partitions that a topic has here: they are shown side by side. */
export const MOST_PARTITIONS = 16;

/** What a feed holds. */
export type FeedItem = FeedLine | FeedRecord | FeedFile;

/** The name of a feed: `localhost:9999`, `clicks`, `logs`. */
export function nameOf(address: FeedAddress): string {
  switch (address.type) {
    case "socket":
      return `${address.host}:${address.port}`;
    case "topic":
      return address.name;
    case "folder":
      return address.path.replace(/(?<=.)\/+$/, "");
  }
}

/** What tells a feed from all others: its name and of what kind it is. */
export function keyOf(address: FeedAddress): string {
  return `${address.type} ${nameOf(address)}`;
}

/** Whether two addresses are of one feed. */
export function isSameFeed(one: FeedAddress, other: FeedAddress): boolean {
  return keyOf(one) === keyOf(other);
}

/** A feed without anything in it. */
export function emptyFeed(address: FeedAddress): Feed {
  switch (address.type) {
    case "socket":
      return { type: "socket", host: address.host, port: address.port, items: [], live: "" };
    case "topic":
      return { type: "topic", name: address.name, partitions: 1, items: [], live: "" };
    case "folder":
      return { type: "folder", path: nameOf(address), items: [], live: "" };
  }
}

/** The feed of an address; an empty one where there is none. */
export function feedOf(feeds: readonly Feed[], address: FeedAddress): Feed {
  return feeds.find((feed) => isSameFeed(feed, address)) ?? emptyFeed(address);
}

/** The feeds with one changed or added. A feed is removed that is as empty as a new one. */
export function withFeed(feeds: readonly Feed[], changed: Feed): Feed[] {
  const at = feeds.findIndex((feed) => isSameFeed(feed, changed));
  const others = feeds.filter((feed) => !isSameFeed(feed, changed));
  const isEmpty =
    changed.items.length === 0 && changed.live === "" && !(changed.type === "topic" && changed.partitions > 1);
  return isEmpty ? others : insertAt(others, at < 0 ? others.length : at, changed);
}

/** A feed with other items. */
export function withItems<Any extends Feed>(feed: Any, items: readonly FeedItem[]): Any {
  return { ...feed, items: [...items].sort((one, other) => one.ms - other.ms) };
}

/** A feed with some more items, each behind those of the same time. */
export function withMore<Any extends Feed>(feed: Any, items: readonly FeedItem[]): Any {
  return withItems(feed, [...feed.items, ...items]);
}

/** A list with one more at a place of it. */
export function insertAt<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** A feed as the engine takes it. Its items arrive at their times, or at the present moment of the virtual clock. */
export function toEngineFeed(feed: Feed, isNow = false): FeedOfEngine {
  const timeOf = ({ ms }: Timed): ArrivalTime => (isNow ? "now" : { ms });
  switch (feed.type) {
    case "socket": {
      const { host, port } = feed;
      const arrivals = feed.items.map((line) => ({ time: timeOf(line), data: `${line.text}\n`, closes: false }));
      return { type: "socket", host, port, arrivals };
    }
    case "topic": {
      const partitions = Array.from({ length: feed.partitions }, (_, partition) =>
        feed.items
          .filter((record) => record.partition === partition)
          .map((record) => ({ time: timeOf(record), key: record.key, value: record.value })),
      );
      return { type: "topic", name: feed.name, partitions };
    }
    case "folder": {
      const files = feed.items.map((file) => ({ time: timeOf(file), name: file.name, data: file.bytes }));
      return { type: "folder", path: feed.path, files };
    }
  }
}

/** Whether two lists of feeds are equal. */
export function sameFeeds(one: readonly Feed[], other: readonly Feed[]): boolean {
  const isSame = (feed: Feed, index: number) => {
    const twin = other[index];
    return feed === twin || (feed.items.length === twin?.items.length && JSON.stringify(feed) === JSON.stringify(twin));
  };
  return one.length === other.length && one.every(isSame);
}
