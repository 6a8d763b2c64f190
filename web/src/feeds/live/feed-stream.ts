import type { FeedAddress } from "../../generated/index.js";
import type { LiveAddress } from "./address.js";
import { nextOffsets, readTopicMessage, streamAddress } from "./bridge.js";
import { type ConnectionListener, connect, type LiveConnection } from "./connection.js";

/**
 * Opens the messages of a feed, again and again. From a bridge a topic goes on behind what has come: nothing is lost,
 * and nothing comes twice.
 */
export class FeedStream {
  /** The offset of the next record of each partition, as far as a bridge has told it. */
  private next: readonly number[] = [];

  constructor(
    private readonly feed: FeedAddress,
    /** Is told how many partitions a topic has. */
    private readonly begins: (partitions: number) => void,
    private readonly open: typeof connect = connect,
  ) {}

  readonly connect = (
    address: Exclude<LiveAddress, { refusal: string }>,
    listener: ConnectionListener,
  ): LiveConnection => {
    const url = new URL(streamAddress(address.url.href, this.feed, this.next));
    return this.open(
      { ...address, url },
      {
        opened: () => listener.opened(),
        ended: (why) => listener.ended(why),
        message: (text) => {
          const message = this.feed.type === "topic" ? readTopicMessage(text) : null;
          if (message) this.next = nextOffsets(this.next, message);
          if (message?.type === "begin") this.begins(message.next.length);
          else listener.message(text);
        },
      },
    );
  };
}
