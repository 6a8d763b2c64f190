import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";

/** A bar a key. */
export interface Bar {
  label: string;
  value: number;
}

const MOST_BARS = 30;

/** Bars, one for each key, as a list. */
@customElement("brooklet-bar-chart")
export class BarChart extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding: 0.5rem var(--inset);
      }
      dl {
        display: grid;
        grid-template-columns: fit-content(9rem) minmax(0, 1fr);
        gap: 0.3rem 0.625rem;
        align-items: center;
        margin: 0;
      }
      dt {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        text-align: right;
        font-family: var(--font-code);
        font-size: var(--text-label);
      }
      dd {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: center;
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      .track {
        position: relative;
        height: 0.875rem;
        background: var(--surface-low);
        border-radius: 2px;
      }
      .bar {
        position: absolute;
        inset-block: 0;
        min-width: 2px;
        background: var(--series-1);
        border-radius: 2px;
      }
      .bar.negative {
        background: var(--series-2);
      }
      .number {
        min-width: 3ch;
        text-align: right;
      }
      p {
        padding-top: 0.5rem;
        color: var(--ink-soft);
      }
      @media (prefers-reduced-motion: no-preference) {
        .bar {
          transition:
            left 160ms ease-out,
            width 160ms ease-out;
        }
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly Bar[] = [];
  /** The least and the greatest value that a bar can have: the same for all batches, so that they compare. */
  @property({ attribute: false }) range: readonly [low: number, high: number] = [0, 0];
  @state() private showsAll = false;

  override render() {
    const bars = this.showsAll ? this.bars : this.bars.slice(0, MOST_BARS);
    const [low, high] = this.range;
    const span = high - low || 1;
    return html`
      <dl>
        ${bars.map(({ label, value }) => {
          const left = `${((Math.min(0, value) - low) / span) * 100}%`;
          const width = `${(Math.abs(value) / span) * 100}%`;
          return html`<dt title=${label}>${label}</dt>
            <dd>
              <span class="track"><span class="bar ${value < 0 ? "negative" : ""}" style=${styleMap({ left, width })}></span></span>
              <span class="number">${formatNumber(value)}</span>
            </dd>`;
        })}
      </dl>
      ${
        bars.length < this.bars.length
          ? html`<p>
              ${bars.length} of ${formatCount(this.bars.length)} keys.
              <button class="plain-link" @click=${this.showAll}>Show all</button>
            </p>`
          : null
      }
    `;
  }

  private showAll(): void {
    this.showsAll = true;
  }
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : value.toPrecision(4);
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-bar-chart": BarChart;
  }
}
