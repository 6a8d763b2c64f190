import { html, type TemplateResult } from "lit";
import type { ChartData } from "./chart.js";
import { type PredictedBatch, predictionStream } from "./drawing/prediction-pairs.js";

/** Draws the stream of predictions that an output shows, once it is known what each batch of it held. */
export function drawPredicted(
  { record, info, inspections }: ChartData,
  draw: (batches: readonly PredictedBatch[]) => TemplateResult,
): TemplateResult {
  void import("./drawing/plot-chart.js");
  void import("./drawing/predicted-batches.js");
  return html`<brooklet-predicted-batches
    .batches=${record.batches}
    .inspections=${inspections}
    .stream=${predictionStream(record, info)}
    .draw=${draw}
  ></brooklet-predicted-batches>`;
}
