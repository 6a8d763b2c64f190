import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { BatchGrid } from "../../feeds/batch-grid.js";
import { feedOf, nameOf, type SocketAddress, type SocketFeed } from "../../feeds/feed.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { renderSegments } from "../segments.js";
import "./socket-pane.js";

/** What the world sends to the program: a pane for each server that it reads, one at a time. */
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
        border-bottom: 1px solid var(--line);
      }
      brooklet-socket-pane {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  /** The servers that the program reads, and those that the document has. */
  @property({ attribute: false }) servers: readonly SocketAddress[] = [];
  @property({ attribute: false }) feeds: readonly SocketFeed[] = [];
  /** Where the batches are in which a server's lines reach the program. */
  @property({ attribute: false }) gridOf!: (address: SocketAddress) => BatchGrid;
  /** Whether a line that is sent now arrives in the run that goes on. */
  @property({ type: Boolean }) live = false;
  /** Whether the program has nothing left to do until a line comes. */
  @property({ type: Boolean }) waiting = false;
  @state() private chosen = "";

  override render() {
    const names = this.servers.map(nameOf);
    const shown = this.servers.find((server) => nameOf(server) === this.chosen) ?? this.servers[0];
    if (!shown) return null;
    const choices = names.map((name) => ({ id: name, name }));
    const choose = (name: string) => {
      this.chosen = name;
    };
    return html`${
      names.length > 1
        ? html`<div class="choice">${renderSegments("Server", choices, nameOf(shown), choose)}</div>`
        : null
    }<brooklet-socket-pane
        .feed=${feedOf(this.feeds, shown)}
        .feeds=${this.feeds}
        .grid=${this.gridOf(shown)}
        ?live=${this.live}
        ?waiting=${this.waiting}
      ></brooklet-socket-pane>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-feeds-dock": FeedsDock;
  }
}
