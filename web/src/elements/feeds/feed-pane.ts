import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Ask } from "../../engine/engine-client.js";
import { type BatchGrid, nextBatch } from "../../feeds/batch-grid.js";
import { type Feed, type FeedItem, nameOf, withFeed, withItems, withMore } from "../../feeds/feed.js";
import { type ItemAct, type ItemPlace, withAct, withMoved } from "../../feeds/feed-list.js";
import type { FilledLine } from "../../feeds/generators.js";
import { type ItemBatch, toBatches } from "../../feeds/item-batches.js";
import type { LiveStatus } from "../../feeds/live/live-source.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { feedPaneStyles } from "../../styles/feed-pane.js";
import { fields } from "../../styles/fields.js";
import { type FeedFill, FeedSend, SettingsEdit } from "../events.js";
import { FeedDrag } from "./feed-drag.js";
import type { FeedFillDialog } from "./feed-fill.js";
import type { FeedWords } from "./feed-words.js";
import "./feed-fill.js";

/** The most items that are shown: the last ones. */
const MOST_SHOWN = 400;

/** What all panes of feeds share: a head, the items by batch, filling and moving. */
export abstract class FeedPane<Any extends Feed> extends LitElement {
  static override styles = [base, controls, fields, feedPaneStyles];

  @property({ attribute: false }) feed!: Any;
  /** All feeds of the program. */
  @property({ attribute: false }) feeds: readonly Feed[] = [];
  @property({ attribute: false }) grid!: BatchGrid;
  @property({ attribute: false }) ask!: Ask;
  /** What its source of live messages is doing. */
  @property({ attribute: false }) status: LiveStatus | null = null;
  /** The method that reads the feed; empty where none does. */
  @property() reader = "";
  /** Whether what is sent now arrives in the run that goes on. */
  @property({ type: Boolean }) listening = false;
  /** Whether the program has nothing left to do until something comes. */
  @property({ type: Boolean }) waiting = false;
  @query(".items") private scroller!: HTMLElement;
  @query("brooklet-feed-fill") private dialog!: FeedFillDialog;
  /** Whether the address of live messages is shown. */
  @state() private showsLive = false;
  /** The item that gets the focus once the feed has changed. */
  private toFocus: number | null = null;
  protected readonly drag = new FeedDrag(this, (from, to) => this.move(from, to));

  protected abstract readonly words: FeedWords;
  /** What stands in the place of items while there are none. */
  protected abstract renderEmpty(): TemplateResult;
  /** The items by batch, without the first `leftOut`. */
  protected abstract renderBatches(batches: readonly ItemBatch<Any["items"][number]>[], leftOut: number): unknown;
  /** The form for more. */
  protected abstract renderForm(): TemplateResult;
  /** What lines that were chosen or generated are in this feed. */
  protected abstract toItems(lines: readonly FilledLine[]): FeedItem[] | Promise<FeedItem[]>;

  /** What is to be known of the feed. */
  protected renderNote(): unknown {
    return nothing;
  }

  /** What else the head has. */
  protected renderTools(): unknown {
    return nothing;
  }

  override render() {
    const { feed, words } = this;
    const name = nameOf(feed);
    const items: readonly Any["items"][number][] = feed.items;
    const leftOut = Math.max(0, items.length - MOST_SHOWN);
    return html`
      <header>
        <h2><span class="kind">${words.kind}</span> <code>${name}</code></h2>
        <span class="soft" role="status">${this.sentence}</span>
        ${this.renderTools()} ${feed.type === "folder" ? nothing : this.renderLiveButton()}
        <button class="framed" @click=${() => this.dialog.open()}>Add ${words.items} …</button>
        <button class="framed" ?disabled=${items.length === 0} @click=${() => this.change(withItems(feed, []))}>Clear</button>
      </header>
      ${this.isLiveShown ? html`<brooklet-live-bar .feed=${feed} .status=${this.status}></brooklet-live-bar>` : nothing}
      <div class="items" tabindex="0" role="region" aria-label="${words.items.replace(/^./, (first) => first.toUpperCase())} of ${name}">
        ${this.renderNote()} ${items.length === 0 ? this.renderEmpty() : nothing}
        ${leftOut > 0 ? html`<p>${formatCount(leftOut)} ${words.items} before these.</p>` : nothing}
        ${items.length > 0 ? this.renderBatches(this.shown(items, leftOut), leftOut) : nothing}
      </div>
      ${this.renderForm()}
      <brooklet-feed-fill
        .next=${this.nextBatch}
        .grid=${this.grid}
        .words=${words}
        ?keyed=${feed.type === "topic"}
        @feed-fill=${this.takeFill}
      ></brooklet-feed-fill>
    `;
  }

  override updated(changes: PropertyValues): void {
    if (!changes.has("feed")) return;
    if (this.toFocus !== null) {
      const items = [...this.scroller.querySelectorAll<HTMLElement>("[data-index]")];
      const item = items.find(({ dataset }) => dataset.index === String(this.toFocus)) ?? items.at(-1);
      // One that is new is drawn after this.
      void (item as LitElement | undefined)?.updateComplete.then(() => item?.focus());
      this.toFocus = null;
      return;
    }
    const before = changes.get("feed") as Any | undefined;
    if (before && before.items.length < this.feed.items.length) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  private get isLiveShown(): boolean {
    return this.showsLive || this.feed.live !== "";
  }

  private renderLiveButton() {
    if (this.isLiveShown) void import("./live-bar.js");
    return html`<button
      class="framed"
      aria-expanded=${this.isLiveShown}
      ?disabled=${this.feed.live !== ""}
      @click=${() => {
        this.showsLive = !this.showsLive;
      }}
    >
      Live …
    </button>`;
  }

  /** The batch after all items. */
  protected get nextBatch(): number {
    return nextBatch(this.feed.items, this.grid);
  }

  /** Whether a place that takes items is the one that would get the dragged one. */
  protected isOver(batch: number, partition: number | null, before: number | null): boolean {
    const { over } = this.drag;
    return over?.batch === batch && over.partition === partition && over.before === before;
  }

  protected act(act: ItemAct, index: number): void {
    const changed = withAct(this.feed, act, index, this.grid);
    this.changeAndFocus(changed, act === "remove" ? index : this.movedIn(changed));
  }

  protected move(from: number, to: ItemPlace): void {
    const changed = withMoved(this.feed, from, to, this.grid);
    this.changeAndFocus(changed, this.movedIn(changed));
  }

  /** Where the item is that is in the changed feed alone. */
  private movedIn(changed: Feed): number {
    const before: readonly FeedItem[] = this.feed.items;
    return changed.items.findIndex((item) => !before.includes(item));
  }

  private changeAndFocus(feed: Feed, index: number): void {
    if (feed === this.feed) return;
    this.toFocus = index;
    this.change(feed);
  }

  /** Lets items arrive. */
  protected send(items: readonly FeedItem[]): void {
    this.dispatchEvent(new FeedSend(withItems(this.feed, items)));
  }

  protected change(feed: Feed): void {
    this.dispatchEvent(new SettingsEdit({ feeds: withFeed(this.feeds, feed) }));
  }

  private get sentence(): string {
    const { item, listens } = this.words;
    if (this.waiting) return `The program waits for a ${item}.`;
    return this.listening ? `The program ${listens}.` : "";
  }

  /** The batches that are shown; while an item is dragged also an empty one behind them. */
  private shown(items: readonly Any["items"][number][], leftOut: number): ItemBatch<Any["items"][number]>[] {
    const batches = toBatches(items, this.grid).filter((batch) => batch.items.some(({ index }) => index >= leftOut));
    return this.drag.isOn ? [...batches, { batch: this.nextBatch, items: [] }] : batches;
  }

  private async takeFill({ lines, replaces }: FeedFill): Promise<void> {
    const items = await this.toItems(lines);
    this.change(replaces ? withItems(this.feed, items) : withMore(this.feed, items));
  }
}
