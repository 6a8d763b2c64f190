import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PrintedText } from "../../run/run-record.js";
import { base } from "../../styles/base.js";

/** How many pieces of text stand on the page at once. */
const MOST_PIECES = 16;

/** Text that the program printed, in order, as `spark-submit` shows it. */
@customElement("brooklet-console-view")
export class ConsoleView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: auto;
        background: var(--surface);
      }
      pre {
        padding: 0.5rem var(--inset);
        font: var(--text-label) / 1.5 var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .stderr {
        color: var(--problem);
      }
      p {
        padding: 0.5rem var(--inset) 0;
        color: var(--ink-soft);
      }
    `,
  ];

  /** What it is called. */
  @property() label = "Console";
  @property({ attribute: false }) printed: readonly PrintedText[] = [];
  /** Whether the end is in view, so that new text keeps it there. */
  private isAtEnd = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.role = "region";
    this.ariaLabel = this.label;
    this.addEventListener("scroll", () => {
      this.isAtEnd = this.scrollTop + this.clientHeight >= this.scrollHeight - 4;
    });
  }

  override render() {
    if (this.printed.length === 0) return html`<p>The program has printed nothing.</p>`;
    return html`
      ${this.printed.length > MOST_PIECES ? html`<p>Only the end is shown.</p>` : null}
      <pre>${this.printed.slice(-MOST_PIECES).map(({ stream, text }) => html`<span class=${stream}>${text}</span>`)}</pre>
    `;
  }

  override updated(changes: PropertyValues): void {
    if (changes.has("printed") && this.isAtEnd) this.scrollTop = this.scrollHeight;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-console-view": ConsoleView;
  }
}
