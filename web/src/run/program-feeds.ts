import type { OpenDocument } from "../document/open-document.js";
import { type BatchGrid, gridOf, nextBatch, timeFor } from "../feeds/batch-grid.js";
import { type Feed, feedOf, isSameFeed, withFeed, withMore } from "../feeds/feed.js";
import type { FeedAddress, StreamInfo } from "../generated/index.js";
import type { ProgramRun } from "./program-run.js";

/** How the program reads a feed. */
export interface FeedReading {
  /** Where the batches are in which its items reach the program. */
  grid: BatchGrid;
  /** The method that reads it; empty where none does. */
  reader: string;
}

/** What the world sends to the open program: a part of the document that also grows while the program runs. */
export class ProgramFeeds {
  /** What is kept of a feed that is live. */
  bound = (feed: Feed): Feed => feed;

  constructor(
    private readonly document: OpenDocument,
    private readonly run: ProgramRun,
  ) {}

  /** The feeds that the program reads or has asked for, then those that only the document has. */
  get addresses(): FeedAddress[] {
    const read = this.run.record.streams.flatMap(({ feeds }) => feeds);
    const all = [...read, ...this.run.asked, ...this.document.program.feeds];
    return all.filter((address, index) => all.findIndex((other) => isSameFeed(other, address)) === index);
  }

  /** How the program reads a feed. */
  readingOf(address: FeedAddress): FeedReading {
    const { streams, batches } = this.run.record;
    const reads = ({ feeds }: StreamInfo) => feeds.some((other) => isSameFeed(other, address));
    const input = streams.find(reads);
    return { grid: gridOf(address, input, batches), reader: input?.operator ?? "" };
  }

  /** Lets the items of a feed arrive: now where the program runs, else in the batch after all others. */
  send(feed: Feed): void {
    if (this.run.isListening) {
      this.run.send(feed);
      return;
    }
    const { grid } = this.readingOf(feed);
    const { items } = feedOf(this.document.program.feeds, feed);
    this.document.set({ feeds: this.withArrived(feed, timeFor(nextBatch(items, grid), grid)) });
  }

  /** Keeps what arrived while the program ran; of a feed that is live as much as is kept. */
  arrived(feed: Feed, ms: number): void {
    const feeds = this.withArrived(feed, ms);
    const grown = feedOf(feeds, feed);
    this.document.take({ feeds: grown.live === "" ? feeds : withFeed(feeds, this.bound(grown)) });
  }

  private withArrived(feed: Feed, ms: number): Feed[] {
    const { feeds } = this.document.program;
    const arrived = feed.items.map((item) => ({ ...item, ms }));
    return withFeed(feeds, withMore(feedOf(feeds, feed), arrived));
  }
}
