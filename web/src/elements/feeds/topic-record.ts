import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { FeedRecord } from "../../feeds/feed.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { feedItemStyles } from "../../styles/feed-pane.js";
import { ItemRequest } from "../events.js";
import { actOfKey } from "./item-tools.js";

/** A record of a topic: its offset, its key and value, when it was produced. */
@customElement("brooklet-topic-record")
export class TopicRecordElement extends LitElement {
  static override styles = [
    base,
    controls,
    feedItemStyles,
    css`
      :host {
        display: block;
      }
      .item {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: baseline;
        justify-content: start;
        gap: 0 0.375rem;
      }
      :host([opened]) .item {
        background: var(--accent-soft);
      }
      .offset,
      .time {
        font-family: var(--font);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .key {
        color: var(--accent);
      }
      .none {
        font-family: var(--font);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) record!: FeedRecord;
  @property({ attribute: false }) offset = 0;
  @property({ attribute: false }) batch = 1;
  /** When it was produced: so many seconds after the batch before. */
  @property({ attribute: false }) seconds = "";

  @query("button") private button!: HTMLButtonElement;

  override render() {
    const { key, value, partition } = this.record;
    const name = `Partition ${partition}, offset ${this.offset}, batch ${this.batch}: ${key === null ? "" : `${key} → `}${value ?? "no value"}`;
    return html`<button
      class="item"
      aria-label=${name}
      aria-keyshortcuts="Delete Alt+ArrowUp Alt+ArrowDown"
      title="Click to edit, Delete to remove, drag or Alt + arrow to move to another batch"
      @keydown=${this.takeKey}
    >
      <span class="offset">${this.offset}</span>
      <span>${key === null ? null : html`<span class="key">${key}</span> `}${
        value === null ? html`<span class="none">no value</span>` : value
      }</span>
      <span class="time" title="Seconds after the batch before">${this.seconds} s</span>
    </button>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.draggable = true;
  }

  override focus(): void {
    this.button.focus();
  }

  private takeKey(event: KeyboardEvent): void {
    const act = actOfKey(event);
    if (!act) return;
    event.preventDefault();
    this.dispatchEvent(new ItemRequest(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-topic-record": TopicRecordElement;
  }
}
