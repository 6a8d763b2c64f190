import type { OutputInfo, StreamInfo, StreamInspection } from "../../generated/index.js";
import { numberAt } from "../../records/columns.js";
import type { RunRecord } from "../../run/run-record.js";

/** A value and a model's prediction of it: a record of `predictOnValues`. */
export interface Prediction {
  batch: number;
  actual: number;
  predicted: number;
}

/** What a stream of such pairs held at a batch. */
export interface PredictedBatch {
  batch: number;
  inspection: StreamInspection;
}

/**
 * The stream of predictions that an output shows: the nearest one among the streams that it is computed
 * from. For an output that trains the program's only model it is the first one of the program.
 */
export function predictionStream({ streams, learners }: RunRecord, output: OutputInfo): number | null {
  if (learners.has(output.id)) {
    const isOnly = learners.size === 1 && learners.get(output.id) === "linear";
    return isOnly ? (streams.find(predicts)?.id ?? null) : null;
  }
  return [...learners.values()].includes("linear") ? nearestPrediction(streams, output.stream) : null;
}

function nearestPrediction(streams: readonly StreamInfo[], from: number): number | null {
  const pending = [from];
  for (const id of pending) {
    const stream = streams.find((candidate) => candidate.id === id);
    if (stream && predicts(stream)) return id;
    pending.push(...(stream?.parents ?? []));
  }
  return null;
}

function predicts({ operator }: StreamInfo): boolean {
  return operator === "predictOnValues";
}

/** The pairs of a batch that are numbers. */
export function pairsOf({ batch, inspection }: PredictedBatch): Prediction[] {
  const [actuals, predictions] = inspection.records.columns;
  return (actuals?.texts ?? []).flatMap((_, row) => {
    const [actual, predicted] = [numberAt(actuals, row), numberAt(predictions, row)];
    return actual === null || predicted === null ? [] : [{ batch, actual, predicted }];
  });
}
