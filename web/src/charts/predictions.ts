import { html } from "lit";
import type { Chart } from "./chart.js";
import { drawPredicted } from "./draw-predicted.js";
import { type PredictedBatch, type Prediction, pairsOf, predictionStream } from "./drawing/prediction-pairs.js";

/** The most pairs that are drawn. */
const MOST_PAIRS = 500;

/** What was and what a model had said, record after record. */
export const predictions: Chart = {
  kind: "predictions",
  name: "Actual and predicted",
  fits: ({ record, info }) => predictionStream(record, info) !== null,
  draw: (data) => drawPredicted(data, drawPredictions),
};

function drawPredictions(batches: readonly PredictedBatch[]) {
  const pairs = toPredictions(batches);
  const data = {
    xs: pairs.map((_, index) => index + 1),
    series: [
      { name: "actual", values: pairs.map(({ actual }) => actual) },
      { name: "predicted", values: pairs.map(({ predicted }) => predicted) },
    ],
    drawing: "lines",
    hasWholeXs: true,
  };
  const describe = (index: number) => {
    const pair = pairs[index];
    return pair ? `Batch ${pair.batch}: actual ${pair.actual}, predicted ${pair.predicted}` : "";
  };
  return html`<brooklet-plot-chart
    label="Actual and predicted values"
    xName="Record"
    .data=${data}
    .describe=${describe}
    .notes=${pairs.length === MOST_PAIRS ? [`The last ${MOST_PAIRS} records.`] : []}
  ></brooklet-plot-chart>`;
}

/** The last pairs, in order. */
export function toPredictions(batches: readonly PredictedBatch[]): Prediction[] {
  return batches.flatMap(pairsOf).slice(-MOST_PAIRS);
}
