import { html } from "lit";
import type { Chart } from "./chart.js";
import { drawPredicted } from "./draw-predicted.js";
import { type PredictedBatch, type Prediction, pairsOf } from "./drawing/prediction-pairs.js";
import { predictions } from "./predictions.js";

/** How far a model's predictions were off, batch by batch. */
export const errors: Chart = {
  kind: "errors",
  name: "Error by batch",
  fits: (subject) => predictions.fits(subject),
  draw: (data) => drawPredicted(data, drawErrors),
};

function drawErrors(predicted: readonly PredictedBatch[]) {
  const { batches, errors: values, isPartial } = toErrors(predicted);
  const describe = (index: number) => {
    const error = values[index];
    return `Batch ${batches[index]}: ${error === null ? "no records" : `mean squared error ${error?.toPrecision(4)}`}`;
  };
  const series = [{ name: "mean squared error", values }];
  return html`<brooklet-plot-chart
    label="Mean squared error over batches"
    xName="Batch"
    .data=${{ xs: batches, series, drawing: "lines", hasWholeXs: true }}
    .describe=${describe}
    .notes=${isPartial ? ["Of the first records of each partition."] : []}
  ></brooklet-plot-chart>`;
}

/** The mean squared error of each batch; null for a batch without pairs. */
export function toErrors(batches: readonly PredictedBatch[]) {
  return {
    batches: batches.map(({ batch }) => batch),
    errors: batches.map((predicted) => meanSquaredError(pairsOf(predicted))),
    /** Whether only the first records of some batch are here. */
    isPartial: batches.some(({ inspection }) => inspection.records.more),
  };
}

function meanSquaredError(pairs: readonly Prediction[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.reduce((sum, { actual, predicted }) => sum + (actual - predicted) ** 2, 0) / pairs.length;
}
