import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type BatchGrid, batchOf, timeFor } from "../../feeds/batch-grid.js";
import { type FilledLine, GENERATORS, generate, MOST_LINES, spread } from "../../feeds/generators.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { dialogStyles } from "../../styles/dialog.js";
import { fields } from "../../styles/fields.js";
import { FeedFill } from "../events.js";
import { renderSegments, type Segment } from "../segments.js";
import type { FeedWords } from "./feed-words.js";

type Source = "text" | "generator";

const SOURCES: readonly Segment<Source>[] = [
  { id: "text", name: "From a text or a file" },
  { id: "generator", name: "Generated" },
];

/** Asks for many lines at once: a text or a file, spread over batches, or lines that are made by a rule. */
@customElement("brooklet-feed-fill")
export class FeedFillDialog extends LitElement {
  static override styles = [base, controls, fields, dialogStyles];

  /** The batch after all lines that there are. */
  @property({ type: Number }) next = 1;
  @property({ attribute: false }) grid!: BatchGrid;
  /** How the feed is spoken of. */
  @property({ attribute: false }) words!: FeedWords;
  /** Whether lines have keys. */
  @property({ type: Boolean }) keyed = false;
  @state() private isOpen = false;
  @state() private source: Source = "text";
  @state() private text = "";
  @state() private linesABatch = 5;
  @state() private kind = GENERATORS[0]?.id ?? "";
  @state() private rate = { linesASecond: 4, seconds: 10, seed: 1 };
  @state() private replaces = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input[type=file]") private fileInput!: HTMLInputElement;

  /** Opens the questions over the page. */
  open(): void {
    this.isOpen = true;
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  override render() {
    return html`<dialog aria-label="Add ${this.words?.items ?? ""}" @close=${this.takeClose}>${this.isOpen ? this.renderQuestions() : null}</dialog>`;
  }

  private get lines(): FilledLine[] {
    const first = this.replaces ? 1 : this.next;
    if (this.source === "text")
      return spread(
        this.text,
        { linesABatch: Math.max(1, this.linesABatch), isKeyed: this.keyed },
        first,
        this.grid,
      ).slice(0, MOST_LINES);
    const generator = GENERATORS.find(({ id }) => id === this.kind);
    const { linesASecond, seconds, seed } = this.rate;
    return generator && linesASecond > 0 && seconds > 0
      ? generate(generator, { linesASecond, seconds, seed }, timeFor(first, this.grid))
      : [];
  }

  private renderQuestions() {
    const { lines } = this;
    const [from, to] = [lines[0], lines.at(-1)].map((line) => (line ? batchOf(line.ms, this.grid) : 0));
    return html`<form method="dialog" @submit=${() => this.dispatchEvent(new FeedFill(lines, this.replaces))}>
      <h3>Add ${this.words.items}</h3>
      ${renderSegments("Source", SOURCES, this.source, (source) => {
        this.source = source;
      })}
      ${this.source === "text" ? this.renderText() : this.renderGenerator()}
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.replaces}
          @change=${(event: Event) => {
            this.replaces = (event.target as HTMLInputElement).checked;
          }}
        />
        In the place of the ${this.words.items} that are there
      </label>
      <div class="preview" role="status">
        <span>${
          lines.length === 0
            ? "No lines yet"
            : `${formatCount(lines.length)} ${lines.length === 1 ? "line" : "lines"}, batch ${from === to ? from : `${from} to ${to}`}`
        }</span>
        ${lines.slice(0, 4).map(({ text, key }) => html`<span>${key === null ? text : `${key} → ${text}`}</span>`)}
      </div>
      <footer>
        <button type="button" class="framed" @click=${() => this.dialog.close()}>Cancel</button>
        <button class="primary" ?disabled=${lines.length === 0}>Add them</button>
      </footer>
    </form>`;
  }

  private renderText() {
    return html`<label>
        <span class="soft">Lines${this.keyed ? ", each a value, or a key, a tab and a value" : ""}</span>
        <textarea
          class="plain"
          spellcheck="false"
          .value=${this.text}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
      </label>
      <div class="choice">
        <button type="button" class="framed" @click=${() => this.fileInput.click()}>From a file …</button>
        <input type="file" hidden aria-label="File with lines" @change=${this.takeFile} />
        ${this.renderNumber("Lines a batch", this.linesABatch, 1, (linesABatch) => {
          this.linesABatch = linesABatch;
        })}
      </div>`;
  }

  private renderGenerator() {
    const { linesASecond, seconds, seed } = this.rate;
    const change = (part: Partial<typeof this.rate>) => {
      this.rate = { ...this.rate, ...part };
    };
    return html`<label>
        <span class="soft">What they are</span>
        <select
          @change=${(event: Event) => {
            this.kind = (event.target as HTMLSelectElement).value;
          }}
        >
          ${GENERATORS.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.kind}>${name}</option>`)}
        </select>
      </label>
      <div class="choice">
        ${this.renderNumber("Lines a second", linesASecond, 0.1, (value) => change({ linesASecond: value }))}
        ${this.renderNumber("Seconds", seconds, 1, (value) => change({ seconds: value }))}
        ${this.renderNumber("Seed", seed, 0, (value) => change({ seed: value }))}
      </div>`;
  }

  private renderNumber(label: string, value: number, min: number, take: (value: number) => void) {
    return html`<label>
      <span class="soft">${label}</span>
      <input
        type="number"
        min=${min}
        step="any"
        .value=${String(value)}
        @input=${(event: Event) => take((event.target as HTMLInputElement).valueAsNumber || 0)}
      />
    </label>`;
  }

  private async takeFile(): Promise<void> {
    const file = this.fileInput.files?.[0];
    if (file) this.text = await file.text();
    this.fileInput.value = "";
  }

  private takeClose(): void {
    this.isOpen = false;
    this.text = "";
    this.replaces = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-feed-fill": FeedFillDialog;
  }
}
