import type { BatchReport, RecordPage } from "../generated/index.js";
import { numberOf } from "../records/cell.js";
import { findOutput } from "../run/run-record.js";

/** A pair of what was and what a model said, as `predictOnValues` puts them out. */
export interface Prediction {
  batch: number;
  actual: number;
  predicted: number;
}

/** The most pairs that are drawn. */
export const MOST_PREDICTIONS = 500;

/** Whether records can be pairs of an actual and a predicted value: two floats each. */
export function arePredictions(rows: readonly (readonly string[])[]): boolean {
  return rows.length > 0 && rows.every((row) => row.length === 2 && row.every(isFloat));
}

/** The last pairs of an output, in order. */
export function toPredictions(reports: readonly BatchReport[], output: number): Prediction[] {
  const predictions: Prediction[] = [];
  for (const report of reports.toReversed()) {
    predictions.unshift(...pairsOf(findOutput(report, output)?.records, report.batch));
    if (predictions.length >= MOST_PREDICTIONS) break;
  }
  return predictions.slice(-MOST_PREDICTIONS);
}

/** The mean squared error of each batch; null for a batch without pairs. */
export function toErrors(reports: readonly BatchReport[], output: number) {
  return {
    batches: reports.map(({ batch }) => batch),
    errors: reports.map((report) => meanSquaredError(pairsOf(findOutput(report, output)?.records, report.batch))),
    /** Whether a report has only the first records of its batch. */
    isPartial: reports.some((report) => findOutput(report, output)?.records?.more),
  };
}

function meanSquaredError(pairs: readonly Prediction[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.reduce((sum, { actual, predicted }) => sum + (actual - predicted) ** 2, 0) / pairs.length;
}

function pairsOf(page: RecordPage | null | undefined, batch: number): Prediction[] {
  return (page?.rows ?? []).flatMap(([first = "", second = ""]) => {
    const [actual, predicted] = [numberOf(first), numberOf(second)];
    return actual === null || predicted === null ? [] : [{ batch, actual, predicted }];
  });
}

function isFloat(repr: string): boolean {
  return numberOf(repr) !== null && /[.en]/.test(repr);
}
