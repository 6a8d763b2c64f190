import type { OpenDocument } from "../document/open-document.js";
import { emptyFeed, type Feed, type FeedItem, feedOf, keyOf, withFeed, withItems } from "../feeds/feed.js";
import { bounded } from "../feeds/live/bounds.js";
import { LiveSource, type LiveStatus } from "../feeds/live/live-source.js";
import type { FeedAddress } from "../generated/index.js";
import type { ProgramFeeds } from "./program-feeds.js";
import type { ProgramRun } from "./program-run.js";

/**
 * The feeds that get messages from outside while the program runs. A person opens each with a click; what comes is
 * recorded with its time, so that the run can be looked back at, repeated and shared.
 */
export class LiveFeeds {
  private readonly sources = new Map<string, LiveSource>();
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
    const source = new LiveSource(live, {
      changed: () => this.take(),
      take: (messages) => this.hand(messages, address),
    });
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
    const { partitions, items } = feed;
    const keys = messages.map(() => null);
    const answer = await this.run.ask({ type: "partitions", keys, partitions, produced: items.length });
    return messages.map((value, index) => ({ ms: 0, partition: answer?.partitions[index] ?? 0, key: null, value }));
  }

  private feedOf(address: FeedAddress): Feed {
    const { feeds } = this.document.program;
    return feeds.find((feed) => keyOf(feed) === keyOf(address)) ?? emptyFeed(address);
  }
}
