import { css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { type FeedLine, nameOf, type SocketFeed } from "../../feeds/feed.js";
import { withChanged } from "../../feeds/feed-list.js";
import type { FilledLine } from "../../feeds/generators.js";
import type { ItemBatch } from "../../feeds/item-batches.js";
import type { ItemRequest, LineWrite } from "../events.js";
import { FeedPane } from "./feed-pane.js";
import type { FeedWords } from "./feed-words.js";
import "./feed-line.js";

/** What a person sends who has no idea what to send. */
const SAMPLE = ["to be or not to be", "that is the question"];

/** The lines that a server sends to the program, by batch, and a prompt for more: the terminal with `nc -lk 9999`. */
@customElement("brooklet-socket-pane")
export class SocketPane extends FeedPane<SocketFeed> {
  static override styles = [
    ...FeedPane.styles,
    css`
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
    `,
  ];

  @query("form input") private prompt!: HTMLInputElement;
  protected readonly words: FeedWords = { kind: "", item: "line", items: "lines", listens: "listens" };

  protected override renderEmpty() {
    const { port } = this.feed;
    return html`<p>
      The program reads lines from <code>${nameOf(this.feed)}</code>. Type them below, as into a terminal with
      <code>nc -lk ${port}</code>, or
      <button class="plain-link" @click=${() => this.sendLines(SAMPLE)}>send two to begin with</button>.
    </p>`;
  }

  protected override renderBatches(batches: readonly ItemBatch<FeedLine>[], leftOut: number) {
    return batches.map(({ batch, items }) => {
      const blocks = items.at(-1)?.block ?? 1;
      const shown = items.filter(({ index }) => index >= leftOut);
      return html`<section
        aria-label="Batch ${batch}"
        data-batch=${batch}
        class=${this.isOver(batch, null, null) ? "over" : ""}
      >
        <h3>Batch ${batch}${blocks > 1 ? ` · ${blocks} blocks` : ""}</h3>
        <ol>
          ${shown.map(
            ({ item, index, block }) => html`<li class=${this.isOver(batch, null, index) ? "before" : ""}>
              <brooklet-feed-line
                data-index=${index}
                .text=${item.text}
                label="Line ${index + 1}, batch ${batch}"
                mark=${blocks > 1 ? String(block) : ""}
                @line-write=${({ text }: LineWrite) => this.change(withChanged(this.feed, index, { ...item, text }))}
                @item-request=${({ act }: ItemRequest) => this.act(act, index)}
              ></brooklet-feed-line>
            </li>`,
          )}
        </ol>
      </section>`;
    });
  }

  protected override renderForm() {
    return html`<form @submit=${this.takeLine}>
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
    </form>`;
  }

  protected override toItems(lines: readonly FilledLine[]): FeedLine[] {
    return lines.map(({ ms, text }) => ({ ms, text }));
  }

  private sendLines(texts: readonly string[]): void {
    this.send(texts.map((text) => ({ ms: 0, text })));
  }

  private takeLine(event: Event): void {
    event.preventDefault();
    this.sendLines([this.prompt.value]);
    this.prompt.value = "";
  }

  /** Pasted lines go at once; the last one waits for Enter, as in a terminal. */
  private takePaste(event: ClipboardEvent): void {
    const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r?\n/);
    const last = lines.pop() ?? "";
    if (lines.length === 0) return;
    event.preventDefault();
    lines[0] = this.prompt.value + lines[0];
    this.sendLines(lines);
    this.prompt.value = last;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-socket-pane": SocketPane;
  }
}
