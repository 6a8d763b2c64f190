import { type Feed, type FeedFile, type FeedLine, type FeedRecord, MOST_PARTITIONS } from "../feeds/feed.js";
import { fromBase64Url, toBase64Url } from "./base64url.js";

/** Times are in milliseconds after the virtual clock began. */
type Ms = number;

/** A feed as JSON, in links and in the browser's storage. */
export type StoredFeed = { live?: string } & (
  | { host: string; port: number; lines: [ms: Ms, text: string][] }
  | {
      topic: string;
      partitions: number;
      records: [ms: Ms, partition: number, key: string | null, value: string | null][];
    }
  | { folder: string; files: [ms: Ms, name: string, data: string][] }
);

/** Makes a feed ready to be written as JSON. */
export function storedFeed(feed: Feed): StoredFeed {
  const live = feed.live === "" ? {} : { live: withoutToken(feed.live) };
  switch (feed.type) {
    case "socket":
      return { host: feed.host, port: feed.port, lines: feed.items.map(({ ms, text }) => [ms, text]), ...live };
    case "topic":
      return {
        topic: feed.name,
        partitions: feed.partitions,
        records: feed.items.map(({ ms, partition, key, value }) => [ms, partition, key, value]),
        ...live,
      };
    case "folder":
      return {
        folder: feed.path,
        files: feed.items.map(({ ms, name, bytes }) => [ms, name, toBase64Url(bytes)]),
        ...live,
      };
  }
}

/** Reads a feed; throws when it is none. */
export function feedFromJson(stored: StoredFeed): Feed {
  const live = stored.live ?? "";
  check(isText(live));
  if ("topic" in stored) {
    const { topic: name, partitions } = stored;
    check(isText(name) && isBelow(partitions - 1, MOST_PARTITIONS));
    const items = stored.records.map(([ms, partition, key, value]): FeedRecord => {
      check(isTime(ms) && isBelow(partition, partitions) && isText(key ?? "") && isText(value ?? ""));
      return { ms, partition, key, value };
    });
    return { type: "topic", name, partitions, items, live };
  }
  if ("folder" in stored) {
    const { folder: path } = stored;
    check(isText(path));
    const items = stored.files.map(([ms, name, data]): FeedFile => {
      check(isTime(ms) && isText(name));
      return { ms, name, bytes: fromBase64Url(data) };
    });
    return { type: "folder", path, items, live };
  }
  const { host, port } = stored;
  check(isText(host) && Number.isInteger(port));
  const items = stored.lines.map(([ms, text]): FeedLine => {
    check(isTime(ms) && isText(text));
    return { ms, text };
  });
  return { type: "socket", host, port, items, live };
}

/** An address without the token of a bridge, which is nobody else's business. */
export function withoutToken(address: string): string {
  return address.replace(/([?&])token=[^&#]*&?/, "$1").replace(/[?&](?=$|#)/, "");
}

function check(isRight: boolean): void {
  if (!isRight) throw new TypeError("a feed is damaged");
}

function isTime(ms: number): boolean {
  return Number.isFinite(ms) && ms >= 0;
}

function isBelow(count: number, limit: number): boolean {
  return Number.isInteger(count) && count >= 0 && count < limit;
}

function isText(text: unknown): boolean {
  return typeof text === "string";
}
