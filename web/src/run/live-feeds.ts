import type { OpenDocument } from "../document/open-document.js";
import {
  emptyFeed,
  type Feed,
  type FeedItem,
  feedOf,
  keyOf,
  MOST_PARTITIONS,
  withFeed,
  withItems,
} from "../feeds/feed.js";
import { bounded } from "../feeds/live/bounds.js";
import { isBridge, readTopicMessage } from "../feeds/live/bridge.js";
import { FeedStream } from "../feeds/live/feed-stream.js";
import { LiveSource, type LiveStatus } from "../feeds/live/live-source.js";
import type { FeedAddress, FeedBytes } from "../generated/index.js";
import type { ProgramFeeds } from "./program-feeds.js";
import type { ProgramRun } from "./program-run.js";

/** The most messages of a bridge that wait to be handed on: it sends what was produced before at once. */
const MOST_OF_BRIDGE = 10_000;

/**
 * The feeds that get messages from outside while the program runs. A person opens each with a click; what comes is
 * recorded with its time, so that the run can be looked back at, repeated and shared.
 */
export class LiveFeeds {
  private readonly sources = new Map<string, LiveSource>();
  /** By feed and address: who opens the same again goes on where it was. */
  private readonly streams = new Map<string, FeedStream>();
  /** How many of a feed's items are no longer kept. */
  private readonly dropped = new Map<string, number>();

  constructor(
    private readonly document: OpenDocument,
    private readonly run: ProgramRun,
    private readonly feeds: ProgramFeeds,
    private readonly changed: () => void,
  ) {
    feeds.bound = (feed) => {
      const { feed: kept, dropped } = bounded(feed);
      this.dropped.set(keyOf(feed), (this.dropped.get(keyOf(feed)) ?? 0) + dropped);
      return kept;
    };
  }

  /** What the source of a feed is doing; null where there was none. */
  statusOf(address: FeedAddress): LiveStatus | null {
    const status = this.sources.get(keyOf(address))?.status;
    return status ? { ...status, dropped: status.dropped + (this.dropped.get(keyOf(address)) ?? 0) } : null;
  }

  /** Lets messages come from an address into a feed. */
  open(address: FeedAddress, live: string): void {
    const { feeds } = this.document.program;
    this.document.take({ feeds: withFeed(feeds, { ...feedOf(feeds, address), live }) });
    this.run.takeFeeds();
    this.sources.get(keyOf(address))?.stop();
    const key = `${keyOf(address)} ${live}`;
    const stream = this.streams.get(key) ?? new FeedStream(address, (partitions) => this.grow(address, partitions));
    this.streams.set(key, stream);
    const source = new LiveSource(
      live,
      {
        changed: () => this.take(),
        take: (messages) => this.hand(messages, address),
      },
      stream.connect,
      isBridge(live) ? MOST_OF_BRIDGE : undefined,
    );
    this.sources.set(keyOf(address), source);
    source.start();
    this.take();
  }

  /** Closes the source of a feed; what came stays. */
  close(address: FeedAddress): void {
    this.sources.get(keyOf(address))?.stop();
  }

  /** Closes all, as another program is open. */
  forget(): void {
    for (const source of this.sources.values()) source.stop();
    this.sources.clear();
    this.streams.clear();
    this.dropped.clear();
    this.run.setLive(false);
  }

  private take(): void {
    const phases = [...this.sources.values()].map(({ status }) => status.phase);
    this.run.setLive(phases.some((phase) => phase !== "closed"));
    this.changed();
  }

  /** Messages wait while the program is halted or not as it is written. */
  private hand(messages: readonly string[], address: FeedAddress): boolean {
    if (!this.run.isListening || this.run.state !== "running") return false;
    void this.toItems(messages, address).then((items) => {
      this.feeds.send(withItems({ ...this.feedOf(address), live: "" } as Feed, items));
    });
    return true;
  }

  /** Lines for a server, a value each for a topic. */
  private async toItems(messages: readonly string[], address: FeedAddress): Promise<FeedItem[]> {
    const feed = this.feedOf(address);
    if (feed.type !== "topic") {
      return messages
        .flatMap((message) => message.replace(/\r?\n$/, "").split(/\r?\n/))
        .map((text) => ({ ms: 0, text }));
    }
    const records = messages.map(readTopicMessage);
    if (records.every((record) => record?.type === "record")) {
      return records.map(({ partition, key, value }) => ({ ms: 0, partition, key: toText(key), value: toText(value) }));
    }
    const { partitions, items } = feed;
    const keys = messages.map(() => null);
    const answer = await this.run.ask({ type: "partitions", keys, partitions, produced: items.length });
    return messages.map((value, index) => ({ ms: 0, partition: answer?.partitions[index] ?? 0, key: null, value }));
  }

  /** Lets a topic have as many partitions as the broker says. A stream has those of its start, so it runs anew. */
  private grow(address: FeedAddress, partitions: number): void {
    const feed = this.feedOf(address);
    if (feed.type !== "topic" || feed.partitions >= partitions) return;
    const { feeds } = this.document.program;
    this.document.take({ feeds: withFeed(feeds, { ...feed, partitions: Math.min(partitions, MOST_PARTITIONS) }) });
    this.run.run();
  }

  private feedOf(address: FeedAddress): Feed {
    const { feeds } = this.document.program;
    return feeds.find((feed) => keyOf(feed) === keyOf(address)) ?? emptyFeed(address);
  }
}

/** Bytes of a record as text, as the page keeps them. */
function toText(bytes: FeedBytes | null): string | null {
  if (bytes === null || typeof bytes === "string") return bytes;
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
