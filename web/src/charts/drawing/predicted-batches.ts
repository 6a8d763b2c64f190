import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { BatchReport } from "../../generated/index.js";
import type { Inspections } from "../../graph/inspections.js";
import { base } from "../../styles/base.js";
import { type PredictedBatch, pairsOf } from "./prediction-pairs.js";

/** The most batches whose predictions are asked for: each is computed again. */
const MOST_BATCHES = 100;

/** A chart of a stream of predictions: asks what it held in each batch, then draws that. */
@customElement("brooklet-predicted-batches")
export class PredictedBatches extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        overflow: auto;
      }
      brooklet-plot-chart {
        flex: 1 0 auto;
      }
      p {
        padding: 0 var(--inset) var(--inset);
        color: var(--ink-soft);
      }
      p:first-child {
        padding-top: var(--inset);
      }
    `,
  ];

  @property({ attribute: false }) batches: readonly BatchReport[] = [];
  @property({ attribute: false }) inspections!: Inspections;
  /** The stream of pairs. */
  @property({ type: Number }) stream = 0;
  @property({ attribute: false }) draw!: (batches: readonly PredictedBatch[]) => TemplateResult;

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("batches") || changes.has("stream") || changes.has("inspections")) void this.fetchInspections();
  }

  override render() {
    const known = this.drawn.flatMap((report): PredictedBatch[] => {
      const inspection = this.inspections.find(this.stream, report);
      return inspection ? [{ batch: report.batch, inspection }] : [];
    });
    if (known.every((batch) => pairsOf(batch).length === 0)) {
      const isAsking = known.length < this.drawn.length;
      return html`<p>${isAsking ? "Computing …" : "There is no number and its prediction in these batches."}</p>`;
    }
    const isShortened = this.drawn.length < this.batches.length;
    return html`
      ${this.draw(known)}
      ${isShortened ? html`<p>Of the last ${this.drawn.length} batches.</p>` : nothing}
    `;
  }

  private get drawn(): readonly BatchReport[] {
    return this.batches.slice(-MOST_BATCHES);
  }

  private async fetchInspections(): Promise<void> {
    const { inspections, stream } = this;
    const unknown = this.drawn.filter((report) => !inspections.find(stream, report));
    await Promise.all(unknown.map((report) => inspections.fetch(stream, report)));
    if (unknown.length > 0) this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-predicted-batches": PredictedBatches;
  }
}
