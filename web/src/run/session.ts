import { OpenDocument } from "../document/open-document.js";
import type { Workspace } from "../document/workspace.js";
import type { EngineWorker } from "../engine/engine-client.js";
import type { FeedAddress } from "../generated/index.js";
import { ChangePacer } from "./change-pacer.js";
import type { LiveFeeds } from "./live-feeds.js";
import { ProgramFeeds } from "./program-feeds.js";
import { ProgramRun } from "./program-run.js";
import { SelectedBatch } from "./selected-batch.js";

/** Something that happened, told until it is dismissed. */
export interface Notice {
  tone: "info" | "problem";
  text: string;
}

/**
 * A visit: the open document, its run, and the batch that is shown of it.
 *
 * A `change` event says that some of their public fields may have changed. Events of the engine cause at most one a
 * frame, and fewer while many batches come.
 */
export class Session extends EventTarget {
  readonly document: OpenDocument;
  readonly run: ProgramRun;
  readonly feeds: ProgramFeeds;
  /** The feeds that get messages from outside, once there is one. */
  live: LiveFeeds | null = null;
  readonly selection = new SelectedBatch();
  notice: Notice | null = null;
  private readonly changes = new ChangePacer(() => {
    this.run.takeEvents();
    this.dispatchEvent(new Event("change"));
  });

  constructor(workspace: Workspace, createWorker: () => EngineWorker) {
    super();
    this.document = new OpenDocument(workspace, {
      opened: () => {
        this.selection.follow();
        this.live?.forget();
        this.run.open();
      },
      edited: () => this.run.follow(),
      changed: () => this.changes.changed(),
      failed: (text) => this.tell("problem", text),
    });
    this.run = new ProgramRun(this.document, createWorker, {
      changed: (how) => this.changes.changed(how),
      told: (tone, text) => this.tell(tone, text),
      arrived: (feed, ms) => this.feeds.arrived(feed, ms),
    });
    this.feeds = new ProgramFeeds(this.document, this.run);
  }

  /** Lets messages come from an address into a feed. */
  async openLive(address: FeedAddress, live: string): Promise<void> {
    const { LiveFeeds } = await import("./live-feeds.js");
    this.live ??= new LiveFeeds(this.document, this.run, this.feeds, () => this.changes.changed());
    this.live.open(address, live);
  }

  /** Does one of the run's actions. It closes a notice that only informs. */
  act(action: "run" | "step" | "pause" | "stop"): void {
    if (this.notice?.tone === "info" && action !== "pause") this.dismissNotice();
    this.run[action]();
  }

  /** Shows a batch; null follows the latest. */
  select(batch: number | null): void {
    this.selection.select(batch, this.run);
    // At once: the next key press may come before the next frame, and counts from this batch.
    this.dispatchEvent(new Event("change"));
  }

  /** Tells the person something. */
  tell(tone: Notice["tone"], text: string): void {
    this.notice = { tone, text };
    this.changes.changed();
  }

  dismissNotice(): void {
    this.notice = null;
    this.changes.changed();
  }
}
