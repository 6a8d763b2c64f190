import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { base } from "../../styles/base.js";
import { tables } from "../../styles/tables.js";
import type { Plot, PlotData } from "./plot.js";

/** A plot of lines or points, with a cursor that arrow keys move and that speaks, and its numbers as a table. */
@customElement("brooklet-plot-chart")
export class PlotChart extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        padding: 0.5rem var(--inset);
      }
      .plot {
        flex: 1;
        min-height: 11rem;
        max-height: 22rem;
        position: relative;
        overflow: hidden;
        border-radius: var(--radius);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0.125rem 0.75rem;
        list-style: none;
        margin: 0;
        padding: 0 0 0.375rem;
        font-size: var(--text-label);
      }
      .legend li {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
      }
      .swatch {
        width: 0.75rem;
        height: 0.25rem;
        border-radius: 2px;
      }
      .reading {
        min-height: 1.45em;
        padding-top: 0.25rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .note {
        padding-top: 0.25rem;
        color: var(--ink-soft);
      }
      summary {
        width: max-content;
        min-height: 1.5rem;
        color: var(--accent);
        cursor: pointer;
      }
      .twin {
        max-height: 14rem;
        overflow: auto;
      }
    `,
  ];

  @property({ attribute: false }) data!: PlotData;
  /** What the plot shows, for screen readers. */
  @property() label = "";
  /** What stands over the x of the table. */
  @property() xName = "x";
  /** What the cursor says at an index. */
  @property({ attribute: false }) describe: (index: number) => string = () => "";
  /** Sentences below it, such as what was left out. */
  @property({ attribute: false }) notes: readonly string[] = [];
  @state() private index: number | null = null;
  @query(".plot") private frame!: HTMLElement;

  private plot: Plot | null = null;
  private hasPlotStyle = false;
  private readonly resizing = new ResizeObserver(() => this.plot?.resize());
  private readonly repaint = () => this.draw();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("theme-change", this.repaint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("theme-change", this.repaint);
    this.resizing.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }

  override render() {
    const { series, xs } = this.data;
    const last = xs.length - 1;
    const reading = this.index === null ? "" : this.describe(Math.min(this.index, last));
    return html`
      ${series.length > 1 ? this.renderLegend() : null}
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-details="twin"
        aria-valuemin="0"
        aria-valuemax=${Math.max(0, last)}
        aria-valuenow=${this.index ?? 0}
        aria-valuetext=${reading || "Arrow keys move through the values"}
        @keydown=${this.takeKey}
        @pointermove=${this.takePointer}
        @pointerleave=${() => this.moveTo(null)}
      ></div>
      <p class="reading" aria-hidden="true">${reading}</p>
      <details id="twin">
        <summary>Numbers</summary>
        <div class="twin" tabindex="0" role="region" aria-label="${this.label}, as a table">${this.renderTwin()}</div>
      </details>
      ${this.notes.map((note) => html`<p class="note">${note}</p>`)}
    `;
  }

  private renderLegend() {
    return html`<ul class="legend">
      ${this.data.series.map(
        ({ name }, index) => html`<li>
          <span class="swatch" style=${styleMap({ background: `var(--series-${(index % 6) + 1})` })}></span>${name}
        </li>`,
      )}
    </ul>`;
  }

  private renderTwin() {
    const { xs, series } = this.data;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.xName}</th>
          ${series.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${xs.slice(0, 500).map(
          (x, row) => html`<tr>
            <td>${x}</td>
            ${series.map(({ values }) => html`<td class="number">${values[row] ?? "–"}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  override firstUpdated(): void {
    this.resizing.observe(this.frame);
  }

  override updated(changes: PropertyValues): void {
    if (changes.has("data")) {
      const before = changes.get("data") as PlotData | undefined;
      if (this.plot && before && hasSameSeries(before, this.data)) this.plot.update(this.data);
      else void this.draw();
    }
  }

  private async draw(): Promise<void> {
    const { Plot, plotStyle } = await import("./plot.js");
    if (!this.isConnected) return;
    this.plot?.destroy();
    if (!this.hasPlotStyle) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(plotStyle);
      (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
      this.hasPlotStyle = true;
    }
    this.plot = new Plot(this.frame, this.data);
  }

  private takeKey(event: KeyboardEvent): void {
    const last = this.data.xs.length - 1;
    const now = this.index ?? -1;
    const next = { ArrowRight: now + 1, ArrowUp: now + 1, ArrowLeft: now - 1, ArrowDown: now - 1, Home: 0, End: last }[
      event.key
    ];
    if (next === undefined || last < 0) return;
    event.preventDefault();
    this.moveTo(Math.min(last, Math.max(0, next)));
  }

  private takePointer(event: PointerEvent): void {
    const index = this.plot?.indexAt(event.clientX);
    if (index !== undefined && index !== this.index) this.moveTo(index);
  }

  private moveTo(index: number | null): void {
    this.index = index;
    this.plot?.pointTo(index);
  }
}

function hasSameSeries(one: PlotData, other: PlotData): boolean {
  const names = ({ series, drawing }: PlotData) => `${drawing} ${series.map(({ name }) => name).join("\n")}`;
  return names(one) === names(other);
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-plot-chart": PlotChart;
  }
}
