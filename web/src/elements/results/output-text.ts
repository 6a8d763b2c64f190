import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { BatchReport, OutputReport } from "../../generated/index.js";
import { changedLines } from "../../run/differences.js";
import { findBatch, findOutput, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { BatchSelect } from "../events.js";
import { renderFailure } from "./render-failure.js";

/** How many batches' texts stand on the page at once. */
const MOST_BLOCKS = 60;

/** The text that Spark prints for an output, a block a batch; the selected batch is marked. */
@customElement("brooklet-output-text")
export class OutputText extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
        padding: 0.375rem 0;
      }
      pre {
        margin: 0;
        padding: 0 var(--inset) 0 calc(var(--inset) - 3px);
        border-left: 3px solid transparent;
        contain: content;
        font: var(--text-label) / 1.5 var(--font-code);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        color: var(--ink-soft);
      }
      pre.shown {
        color: var(--ink);
        background: var(--accent-soft);
        border-left-color: var(--accent);
      }
      ins {
        text-decoration: none;
        background: var(--caution-soft);
        box-shadow: inset 2px 0 var(--caution);
        padding-left: 4px;
        margin-left: -4px;
      }
      .failed {
        border-left: 3px solid var(--problem);
        padding-left: calc(var(--inset) - 3px);
      }
      .failed button {
        color: var(--problem);
      }
      p {
        padding: 0.25rem var(--inset);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) batches: readonly BatchReport[] = [];
  @property({ attribute: false }) shown: BatchReport | undefined;
  @property({ type: Number }) output = 0;
  /** What the output is called. */
  @property() label = "";
  /** What the program gave before its last edit: lines that it did not have are marked. */
  @property({ attribute: false }) earlier: RunRecord | null = null;
  @query(".shown") private shownBlock!: HTMLElement | null;
  /** Scrolls to the selected batch when the pane opens: it may have been closed when the batch was selected. */
  private readonly resizing = new ResizeObserver(() => this.showBlock());

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.role = "region";
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
  }

  override willUpdate(): void {
    this.ariaLabel = this.label === "" ? "Text that Spark prints" : `Text that Spark prints: ${this.label}`;
  }

  override render() {
    const shownIndex = this.shown ? this.batches.indexOf(this.shown) : this.batches.length - 1;
    const end = Math.min(this.batches.length, Math.max(shownIndex + MOST_BLOCKS / 2, MOST_BLOCKS));
    const start = Math.max(0, end - MOST_BLOCKS);
    const blocks = this.batches.slice(start, end).flatMap((report) => {
      const output = findOutput(report, this.output);
      return output && (output.text !== "" || output.failure) ? [{ report, output }] : [];
    });
    if (blocks.length === 0) return html`<p>This output has printed nothing yet.</p>`;
    return html`
      ${start > 0 ? html`<p>${start} earlier batches</p>` : nothing}
      ${repeat(
        blocks,
        ({ report }) => report.batch,
        ({ report, output }) => this.renderBlock(report, output, report === this.shown),
      )}
      ${end < this.batches.length ? html`<p>${this.batches.length - end} later batches</p>` : nothing}
    `;
  }

  override updated(changes: PropertyValues): void {
    if (changes.has("shown") || changes.has("batches")) this.showBlock();
  }

  private renderBlock(report: BatchReport, { text, failure }: OutputReport, isShown: boolean) {
    const shown = isShown ? "shown" : "";
    const printed = text === "" ? nothing : html`<pre class=${shown}>${this.renderText(report.batch, text)}</pre>`;
    if (!failure) return printed;
    if (isShown) {
      return html`${printed}<div class="shown">${renderFailure(`Batch ${report.batch}`, failure)}</div>`;
    }
    return html`${printed}
      <p class="failed">
        <button class="plain-link" @click=${() => this.dispatchEvent(new BatchSelect(report.batch))}>
          Batch ${report.batch} failed: ${failure.title}
        </button>
      </p>`;
  }

  private renderText(batch: number, text: string) {
    if (!this.earlier || this.earlier.batches.length === 0) return text;
    const report = findBatch(this.earlier, batch);
    const textBefore = report?.batch === batch ? (findOutput(report, this.output)?.text ?? "") : "";
    if (text === textBefore) return text;
    const isChanged = changedLines(text, textBefore);
    return text
      .split("\n")
      .map((line, index) => [index > 0 ? "\n" : "", isChanged[index] && line !== "" ? html`<ins>${line}</ins>` : line]);
  }

  private showBlock(): void {
    const block = this.shownBlock;
    if (!block) return;
    const top = block.offsetTop - this.offsetTop;
    const isAbove = top < this.scrollTop;
    const isBelow = top + block.offsetHeight > this.scrollTop + this.clientHeight;
    if (isAbove || block.offsetHeight > this.clientHeight) this.scrollTop = top;
    else if (isBelow) this.scrollTop = top + block.offsetHeight - this.clientHeight + 6;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-output-text": OutputText;
  }
}
