import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  MOST_PREDICTIONS,
  type PredictedBatch,
  type Prediction,
  toErrors,
  toPredictions,
} from "../../charts/predictions.js";
import type { BatchReport } from "../../generated/index.js";
import type { Inspections } from "../../graph/inspections.js";
import { base } from "../../styles/base.js";
import "./plot-chart.js";

/** The most batches whose predictions are asked for: each is computed again. */
const MOST_BATCHES = 100;

/** Predictions beside what came true, or how far they were off, drawn from a stream of such pairs. */
@customElement("brooklet-prediction-chart")
export class PredictionChart extends LitElement {
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

  @property() kind: "predictions" | "errors" = "predictions";
  @property({ attribute: false }) batches: readonly BatchReport[] = [];
  @property({ attribute: false }) inspections!: Inspections;
  /** The stream of pairs. */
  @property({ type: Number }) stream = 0;

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("batches") || changes.has("stream") || changes.has("inspections")) void this.fetchInspections();
  }

  override render() {
    const known = this.drawn.flatMap((report): PredictedBatch[] => {
      const inspection = this.inspections.find(this.stream, report);
      return inspection ? [{ batch: report.batch, inspection }] : [];
    });
    const predictions = toPredictions(known);
    if (predictions.length === 0) {
      const isAsking = known.length < this.drawn.length;
      return html`<p>${isAsking ? "Computing …" : "There is no number and its prediction in these batches."}</p>`;
    }
    const isShortened = this.drawn.length < this.batches.length;
    return html`
      ${this.kind === "predictions" ? renderPredictions(predictions) : renderErrors(toErrors(known))}
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

/** What was and what the model said, record after record. */
function renderPredictions(predictions: readonly Prediction[]) {
  const data = {
    xs: predictions.map((_, index) => index + 1),
    series: [
      { name: "actual", values: predictions.map(({ actual }) => actual) },
      { name: "predicted", values: predictions.map(({ predicted }) => predicted) },
    ],
    drawing: "lines",
    hasWholeXs: true,
  };
  const describe = (index: number) => {
    const prediction = predictions[index];
    if (!prediction) return "";
    return `Batch ${prediction.batch}: actual ${prediction.actual}, predicted ${prediction.predicted}`;
  };
  return html`<brooklet-plot-chart
      label="Actual and predicted values"
      xName="Record"
      .data=${data}
      .describe=${describe}
    ></brooklet-plot-chart>
    ${predictions.length === MOST_PREDICTIONS ? html`<p>The last ${MOST_PREDICTIONS} records.</p>` : nothing}`;
}

function renderErrors({ batches, errors, isPartial }: ReturnType<typeof toErrors>) {
  const describe = (index: number) => {
    const error = errors[index];
    return `Batch ${batches[index]}: ${error === null ? "no records" : `mean squared error ${error?.toPrecision(4)}`}`;
  };
  const series = [{ name: "mean squared error", values: errors }];
  return html`<brooklet-plot-chart
      label="Mean squared error over batches"
      xName="Batch"
      .data=${{ xs: batches, series, drawing: "lines", hasWholeXs: true }}
      .describe=${describe}
    ></brooklet-plot-chart>
    ${isPartial ? html`<p>Of the first records of each partition.</p>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-prediction-chart": PredictionChart;
  }
}
