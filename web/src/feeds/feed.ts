import type { Feed, FeedAddress } from "../generated/index.js";

/** A line that a server sends, and when: in milliseconds after the virtual clock began. */
export interface FeedLine {
  ms: number;
  text: string;
}

/** What a server sends to a program, as `nc -lk 9999` would: a part of the document. */
export interface SocketFeed {
  host: string;
  port: number;
  /** In the order of their times. */
  lines: readonly FeedLine[];
}

/** A server that a program connects to. */
export type SocketAddress = Pick<SocketFeed, "host" | "port">;

/** The name of a server: `localhost:9999`. */
export function nameOf({ host, port }: SocketAddress): string {
  return `${host}:${port}`;
}

/** The addresses that are servers. */
export function socketsOf(addresses: readonly FeedAddress[]): SocketAddress[] {
  return addresses.flatMap((address) =>
    address.type === "socket" ? [{ host: address.host, port: address.port }] : [],
  );
}

/** The feed of a server; an empty one where there is none. */
export function feedOf(feeds: readonly SocketFeed[], address: SocketAddress): SocketFeed {
  return feeds.find((feed) => nameOf(feed) === nameOf(address)) ?? { ...address, lines: [] };
}

/** The feeds with one changed or added. A feed without lines is removed. */
export function withFeed(feeds: readonly SocketFeed[], changed: SocketFeed): SocketFeed[] {
  const isOther = (feed: SocketFeed) => nameOf(feed) !== nameOf(changed);
  const at = feeds.findIndex((feed) => !isOther(feed));
  const others = feeds.filter(isOther);
  if (changed.lines.length === 0) return others;
  return [...others.slice(0, at < 0 ? others.length : at), changed, ...others.slice(at < 0 ? others.length : at)];
}

/** The lines with some more among them, behind those of the same time. */
export function withLines(lines: readonly FeedLine[], more: readonly FeedLine[]): FeedLine[] {
  return [...lines, ...more].sort((one, other) => one.ms - other.ms);
}

/** A feed as the engine takes it. */
export function toEngineFeed({ host, port, lines }: SocketFeed): Feed {
  return {
    type: "socket",
    host,
    port,
    arrivals: lines.map(({ ms, text }) => ({ time: { ms }, data: `${text}\n`, closes: false })),
  };
}

/** A text that arrives at the present moment of the virtual clock, as the engine takes it. */
export function toArrival({ host, port }: SocketAddress, texts: readonly string[]): Feed {
  const data = texts.map((text) => `${text}\n`).join("");
  return { type: "socket", host, port, arrivals: [{ time: "now", data, closes: false }] };
}

/** Whether two lists of feeds are equal. */
export function sameFeeds(one: readonly SocketFeed[], other: readonly SocketFeed[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
