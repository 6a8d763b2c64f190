import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { BatchReport, OutputReport } from "../protocol/protocol.js";
import { findOutput } from "../run/run-record.js";
import { base } from "../styles/base.js";

/** How many batches' texts stand on the page at once. */
const MOST_BLOCKS = 150;

/** The text that Spark prints for an output, a block a batch; the batch that is looked at is marked. */
@customElement("brooklet-output-text")
export class OutputText extends LitElement {
  static override styles = [
    base,
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
      pre.failed {
        color: var(--problem);
        border-left-color: var(--problem);
      }
      pre.failed.shown {
        background: var(--problem-soft);
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
  @query(".shown") private shownBlock!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.role = "region";
    this.ariaLabel = "Text that Spark prints";
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
        ({ report, output }) => renderBlock(output, report === this.shown),
      )}
      ${end < this.batches.length ? html`<p>${this.batches.length - end} later batches</p>` : nothing}
    `;
  }

  override updated(changes: PropertyValues): void {
    if (!changes.has("shown") && !changes.has("batches")) return;
    const block = this.shownBlock;
    if (!block) return;
    const top = block.offsetTop - this.offsetTop;
    const isAbove = top < this.scrollTop;
    const isBelow = top + block.offsetHeight > this.scrollTop + this.clientHeight;
    if (isAbove || block.offsetHeight > this.clientHeight) this.scrollTop = top;
    else if (isBelow) this.scrollTop = top + block.offsetHeight - this.clientHeight + 6;
  }
}

function renderBlock({ text, failure }: OutputReport, isShown: boolean) {
  const shown = isShown ? "shown" : "";
  return html`${text === "" ? nothing : html`<pre class=${shown}>${text}</pre>`}
    ${failure ? html`<pre class="failed ${shown}">${failure.title}: ${failure.message}</pre>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-output-text": OutputText;
  }
}
