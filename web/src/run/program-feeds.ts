import type { OpenDocument } from "../document/open-document.js";
import { type BatchGrid, batchOf, gridOf, timeFor } from "../feeds/batch-grid.js";
import { feedOf, nameOf, type SocketAddress, socketsOf, withFeed, withLines } from "../feeds/feed.js";
import type { StreamInfo } from "../generated/index.js";
import type { ProgramRun } from "./program-run.js";

/** What the world sends to the open program: a part of the document that also grows while the program runs. */
export class ProgramFeeds {
  constructor(
    private readonly document: OpenDocument,
    private readonly run: ProgramRun,
  ) {}

  /** The servers that the program reads, then those that only the document has lines of. */
  get servers(): SocketAddress[] {
    const read = socketsOf(this.run.record.streams.flatMap(({ feeds }) => feeds));
    const all = [...read, ...this.document.program.feeds.map(({ host, port }) => ({ host, port }))];
    return all.filter((address, index) => all.findIndex((other) => nameOf(other) === nameOf(address)) === index);
  }

  /** Where the batches are in which a server's lines reach the program. */
  gridOf(address: SocketAddress): BatchGrid {
    const { streams, batches } = this.run.record;
    const reads = ({ feeds }: StreamInfo) => socketsOf(feeds).some((other) => nameOf(other) === nameOf(address));
    return gridOf(streams.find(reads), batches);
  }

  /** Lets lines arrive: now where the program runs, else in the batch after all others. */
  send(to: SocketAddress, texts: readonly string[]): void {
    if (this.run.isListening) {
      this.run.send(to, texts);
      return;
    }
    const { feeds } = this.document.program;
    const grid = this.gridOf(to);
    const last = feedOf(feeds, to).lines.at(-1);
    const ms = timeFor(last ? batchOf(last.ms, grid) + 1 : 1, grid);
    this.document.set({ feeds: this.withTexts(to, ms, texts) });
  }

  /** Keeps lines that arrived while the program ran. */
  arrived(at: SocketAddress, ms: number, texts: readonly string[]): void {
    this.document.take({ feeds: this.withTexts(at, ms, texts) });
  }

  private withTexts(to: SocketAddress, ms: number, texts: readonly string[]) {
    const { feeds } = this.document.program;
    const lines = texts.map((text) => ({ ms, text }));
    return withFeed(feeds, { ...to, lines: withLines(feedOf(feeds, to).lines, lines) });
  }
}
