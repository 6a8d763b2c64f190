import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { type BatchGrid, batchOf, type LineBatch, timeFor, toLineBatches } from "../../feeds/batch-grid.js";
import { type FeedLine, nameOf, type SocketFeed, withFeed, withLines } from "../../feeds/feed.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { type FeedFill, FeedSend, type LineAct, SettingsEdit } from "../events.js";
import type { FeedFillDialog } from "./feed-fill.js";
import "./feed-fill.js";
import "./feed-line.js";

/** The most lines that are shown: the last ones. */
const MOST_SHOWN = 400;

/** What a person sends who has no idea what to send. */
const SAMPLE = ["to be or not to be", "that is the question"];

/** The lines that a server sends to the program, by batch, and a prompt for more: the terminal with `nc -lk 9999`. */
@customElement("brooklet-socket-pane")
export class SocketPane extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem var(--gap);
        padding: 0.25rem var(--inset);
        background: var(--surface-low);
        border-bottom: 1px solid var(--line);
      }
      h2 {
        font-size: var(--text-label);
        font-weight: 600;
        white-space: nowrap;
      }
      header .soft {
        flex: 1;
        min-width: 0;
      }
      header button {
        height: 1.5rem;
        padding: 0 0.5rem;
        font-size: var(--text-label);
      }
      .lines {
        flex: 1;
        min-height: 2rem;
        overflow: auto;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      h3 {
        padding: 0.25rem var(--inset) 0.125rem;
        font-size: var(--text-label);
        font-weight: 600;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .lines > p {
        padding: 0.5rem var(--inset);
        color: var(--ink-soft);
      }
      form {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--gap);
        padding: 0.3125rem var(--inset);
        border-top: 1px solid var(--line);
      }
      form label {
        font-family: var(--font-code);
        color: var(--ink-soft);
      }
      code {
        font-family: var(--font-code);
      }
    `,
  ];

  @property({ attribute: false }) feed!: SocketFeed;
  /** All feeds of the program. */
  @property({ attribute: false }) feeds: readonly SocketFeed[] = [];
  @property({ attribute: false }) grid!: BatchGrid;
  /** Whether a line that is sent now arrives in the run that goes on. */
  @property({ type: Boolean }) live = false;
  /** Whether the program has nothing left to do until a line comes. */
  @property({ type: Boolean }) waiting = false;
  @query(".lines") private scroller!: HTMLElement;
  @query("form input") private prompt!: HTMLInputElement;
  @query("brooklet-feed-fill") private dialog!: FeedFillDialog;

  override render() {
    const { lines } = this.feed;
    const name = nameOf(this.feed);
    const leftOut = Math.max(0, lines.length - MOST_SHOWN);
    const batches = toLineBatches(lines, this.grid);
    return html`
      <header>
        <h2><code>${name}</code></h2>
        <span class="soft" role="status">${this.status}</span>
        <button class="framed" @click=${() => this.dialog.open()}>Add lines …</button>
        <button class="framed" ?disabled=${lines.length === 0} @click=${() => this.change([])}>Clear</button>
      </header>
      <div class="lines" tabindex="0" role="region" aria-label="Lines from ${name}">
        ${lines.length === 0 ? this.renderEmpty() : nothing}
        ${leftOut > 0 ? html`<p>${formatCount(leftOut)} lines before these.</p>` : nothing}
        ${batches.map((batch) => this.renderBatch(batch, leftOut))}
      </div>
      <form @submit=${this.takeLine}>
        <label for="prompt" title="A line to send">&gt;<span class="visually-hidden"> Line to send to the program</span></label>
        <input
          id="prompt"
          type="text"
          class="code"
          placeholder="Type a line, press Enter"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          @paste=${this.takePaste}
        />
        <button class="framed">Send</button>
      </form>
      <brooklet-feed-fill .next=${this.nextBatch} .grid=${this.grid} @feed-fill=${this.takeFill}></brooklet-feed-fill>
    `;
  }

  override updated(changes: PropertyValues<this>): void {
    const before = changes.get("feed");
    if (before && before.lines.length < this.feed.lines.length) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  private get status(): string {
    if (this.waiting) return "The program waits for a line.";
    return this.live ? "The program listens." : "";
  }

  /** The batch after all lines. */
  private get nextBatch(): number {
    const last = this.feed.lines.at(-1);
    return last ? batchOf(last.ms, this.grid) + 1 : 1;
  }

  private renderEmpty() {
    const { port } = this.feed;
    return html`<p>
      The program reads lines from <code>${nameOf(this.feed)}</code>. Type them below, as into a terminal with
      <code>nc -lk ${port}</code>, or
      <button class="plain-link" @click=${() => this.dispatchEvent(new FeedSend(this.feed, SAMPLE))}>send two to begin with</button>.
    </p>`;
  }

  private renderBatch({ batch, lines }: LineBatch, leftOut: number) {
    const shown = lines.filter(({ index }) => index >= leftOut);
    if (shown.length === 0) return nothing;
    const blocks = lines.at(-1)?.block ?? 1;
    return html`<section aria-label="Batch ${batch}">
      <h3>Batch ${batch}${blocks > 1 ? ` · ${blocks} blocks` : ""}</h3>
      <ol>
        ${shown.map(
          ({ line, index, block }) => html`<li>
            <brooklet-feed-line
              .text=${line.text}
              label="Line ${index + 1}, batch ${batch}"
              mark=${blocks > 1 ? String(block) : ""}
              @line-act=${({ act, text }: LineAct) => this.takeAct(act, text, index)}
            ></brooklet-feed-line>
          </li>`,
        )}
      </ol>
    </section>`;
  }

  private takeLine(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new FeedSend(this.feed, [this.prompt.value]));
    this.prompt.value = "";
  }

  /** Pasted lines go at once; the last one waits for Enter, as in a terminal. */
  private takePaste(event: ClipboardEvent): void {
    const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r?\n/);
    const last = lines.pop() ?? "";
    if (lines.length === 0) return;
    event.preventDefault();
    lines[0] = this.prompt.value + lines[0];
    this.dispatchEvent(new FeedSend(this.feed, lines));
    this.prompt.value = last;
  }

  private takeAct(act: LineAct["act"], text: string, index: number): void {
    const { lines } = this.feed;
    const line = lines[index];
    if (!line) return;
    const others = lines.filter((_, other) => other !== index);
    if (act === "remove") this.change(others);
    else if (act === "write") this.change(lines.map((other) => (other === line ? { ...line, text } : other)));
    else {
      const batch = batchOf(line.ms, this.grid) + (act === "earlier" ? -1 : 1);
      if (batch >= 1) this.change(withLines(others, [{ ...line, ms: timeFor(batch, this.grid) }]));
    }
  }

  private takeFill({ lines, replaces }: FeedFill): void {
    this.change(replaces ? lines : withLines(this.feed.lines, lines));
  }

  private change(lines: readonly FeedLine[]): void {
    this.dispatchEvent(new SettingsEdit({ feeds: withFeed(this.feeds, { ...this.feed, lines }) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-socket-pane": SocketPane;
  }
}
