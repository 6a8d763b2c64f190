import type { FeedAddress, TopicMessage } from "../../generated/index.js";

/** Whether an address is that which `brooklet bridge` prints: what it gives depends on the feed. */
export function isBridge(address: string): boolean {
  const url = parse(address);
  return url !== null && url.pathname === "/" && url.searchParams.has("token");
}

/**
 * Where a bridge gives a feed: the address itself where it is no bridge's own. A topic goes on at the offsets that were
 * not read yet, one a partition, or begins with what comes from now on.
 */
export function streamAddress(address: string, feed: FeedAddress, next: readonly number[] = []): string {
  const url = parse(address);
  if (url === null) return address;
  if (isBridge(address)) {
    if (feed.type === "folder") return address;
    const path = feed.type === "socket" ? ["socket", `${feed.host}:${feed.port}`] : ["topic", feed.name];
    url.pathname = path.map(encodeURIComponent).join("/");
  }
  if (next.length > 0 && url.searchParams.has("token") && url.pathname.startsWith("/topic/")) {
    url.searchParams.set("offsets", next.map((offset, partition) => `${partition}:${offset}`).join(","));
  }
  return url.href;
}

/** What a bridge says of a topic; null for the message of anybody else. */
export function readTopicMessage(text: string): TopicMessage | null {
  let message: Partial<TopicMessage>;
  try {
    message = JSON.parse(text) ?? {};
  } catch {
    return null;
  }
  const isBegin = message.type === "begin" && Array.isArray(message.next);
  const isRecord = message.type === "record" && Number.isInteger(message.offset) && Number.isInteger(message.partition);
  return isBegin || isRecord ? (message as TopicMessage) : null;
}

/** The offsets of the next record of each partition, after a message. */
export function nextOffsets(next: readonly number[], message: TopicMessage): number[] {
  if (message.type === "begin") return [...message.next];
  return next.map((offset, partition) => (partition === message.partition ? message.offset + 1 : offset));
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
