import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Ask } from "../../engine/engine-client.js";
import { type Feed, feedOf, keyOf, nameOf } from "../../feeds/feed.js";
import type { LiveStatus } from "../../feeds/live/live-source.js";
import type { FeedAddress } from "../../generated/index.js";
import type { FeedReading } from "../../run/program-feeds.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { renderSegments } from "../segments.js";

/** What the world sends to the program: a pane for each feed that it reads, one at a time. */
@customElement("brooklet-feeds-dock")
export class FeedsDock extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .choice {
        padding: 0.25rem var(--inset);
        overflow-x: auto;
        border-bottom: 1px solid var(--line);
      }
      brooklet-socket-pane,
      brooklet-topic-pane,
      brooklet-folder-pane {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  /** The feeds that the program reads, and those that the document has. */
  @property({ attribute: false }) addresses: readonly FeedAddress[] = [];
  @property({ attribute: false }) feeds: readonly Feed[] = [];
  /** How the program reads a feed. */
  @property({ attribute: false }) readingOf!: (address: FeedAddress) => FeedReading;
  @property({ attribute: false }) ask!: Ask;
  /** What a feed's source of live messages is doing. */
  @property({ attribute: false }) statusOf!: (address: FeedAddress) => LiveStatus | null;
  /** Whether what is sent now arrives in the run that goes on. */
  @property({ type: Boolean }) listening = false;
  /** Whether the program has nothing left to do until something comes. */
  @property({ type: Boolean }) waiting = false;
  @state() private chosen = "";

  override render() {
    const { addresses } = this;
    const shown = addresses.find((address) => keyOf(address) === this.chosen) ?? addresses[0];
    if (!shown) return null;
    const choices = addresses.map((address) => ({ id: keyOf(address), name: nameOf(address) }));
    const choose = (key: string) => {
      this.chosen = key;
    };
    return html`${
      addresses.length > 1
        ? html`<div class="choice">${renderSegments("Feed", choices, keyOf(shown), choose)}</div>`
        : null
    }${this.renderPane(feedOf(this.feeds, shown))}`;
  }

  private renderPane(feed: Feed) {
    const { feeds, ask, listening, waiting } = this;
    const { grid, reader } = this.readingOf(feed);
    const status = this.statusOf(feed);
    switch (feed.type) {
      case "socket":
        void import("./socket-pane.js");
        return html`<brooklet-socket-pane
          .feed=${feed} .feeds=${feeds} .grid=${grid} .reader=${reader} .ask=${ask} .status=${status} ?listening=${listening} ?waiting=${waiting}
        ></brooklet-socket-pane>`;
      case "topic":
        void import("./topic-pane.js");
        return html`<brooklet-topic-pane
          .topics=${this.addresses.flatMap((address) => (address.type === "topic" ? [address.name] : []))}
          .feed=${feed} .feeds=${feeds} .grid=${grid} .reader=${reader} .ask=${ask} .status=${status} ?listening=${listening} ?waiting=${waiting}
        ></brooklet-topic-pane>`;
      case "folder":
        void import("./folder-pane.js");
        return html`<brooklet-folder-pane
          .feed=${feed} .feeds=${feeds} .grid=${grid} .reader=${reader} .ask=${ask} .status=${status} ?listening=${listening} ?waiting=${waiting}
        ></brooklet-folder-pane>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-feeds-dock": FeedsDock;
  }
}
