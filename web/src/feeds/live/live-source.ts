import { readLiveAddress } from "./address.js";
import { type ConnectionListener, connect, type LiveConnection } from "./connection.js";

/** What a source is doing. */
export type LivePhase = "closed" | "opening" | "open" | "retrying";

/** What is to be told of a source. */
export interface LiveStatus {
  phase: LivePhase;
  /** Why it is not open, or what is to be known while it is. */
  words: string;
  /** How many messages have come. */
  received: number;
  /** How many of them were dropped, as more came than are kept. */
  dropped: number;
}

/** How often what has come is handed on, in milliseconds. */
const HAND_ON_MS = 500;

/** The most messages that are handed on at once: with more, the oldest are dropped. */
const MOST_AT_ONCE = 40;

/** The pause before the first new try, in milliseconds; it doubles with each try. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** After so many tries in a row without a connection it gives up. */
const MOST_TRIES = 8;

/** Who hears of a source. */
export interface LiveListener {
  changed(status: LiveStatus): void;
  /** Hands messages on; false when they cannot be taken now. */
  take(messages: readonly string[]): boolean;
}

/** Messages from an address while it is open. It is opened anew when it closes, until it is stopped. */
export class LiveSource implements ConnectionListener {
  status: LiveStatus = { phase: "closed", words: "", received: 0, dropped: 0 };
  private connection: LiveConnection | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private handing: ReturnType<typeof setInterval> | undefined;
  private waiting: string[] = [];
  private tries = 0;

  constructor(
    readonly address: string,
    private readonly listener: LiveListener,
    private readonly open: typeof connect = connect,
    private readonly most = MOST_AT_ONCE,
  ) {}

  start(): void {
    this.tries = 0;
    this.handing ??= setInterval(() => this.handOn(), HAND_ON_MS);
    this.connect();
  }

  /** Closes it for good. */
  stop(words = "Stopped."): void {
    clearTimeout(this.timer);
    clearInterval(this.handing);
    this.handing = undefined;
    this.connection?.close();
    this.connection = null;
    this.handOn();
    this.tell({ phase: "closed", words });
  }

  opened(): void {
    this.tries = 0;
    this.tell({ phase: "open", words: "" });
  }

  message(text: string): void {
    this.waiting.push(text);
    const dropped = Math.max(0, this.waiting.length - this.most);
    this.waiting.splice(0, dropped);
    this.status = {
      ...this.status,
      received: this.status.received + 1,
      dropped: this.status.dropped + dropped,
    };
  }

  ended(why: string): void {
    this.connection = null;
    if (this.tries >= MOST_TRIES) {
      this.stop(`${why} It was tried ${MOST_TRIES} times.`);
      return;
    }
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.tries);
    this.tries += 1;
    this.tell({ phase: "retrying", words: `${why} Trying again in ${pauseMs / 1000} s.` });
    this.timer = setTimeout(() => this.connect(), pauseMs);
  }

  private connect(): void {
    const address = readLiveAddress(this.address);
    if ("refusal" in address) {
      this.stop(address.refusal);
      return;
    }
    if (this.status.phase !== "retrying") this.tell({ phase: "opening", words: "Connecting …" });
    this.connection = this.open(address, this);
  }

  private handOn(): void {
    if (this.waiting.length > 0 && this.listener.take(this.waiting)) {
      this.waiting = [];
      this.tell({});
    }
  }

  private tell(change: Partial<LiveStatus>): void {
    this.status = { ...this.status, ...change };
    this.listener.changed(this.status);
  }
}
