import { bars } from "./bars.js";
import type { Chart, ChartSubject } from "./chart.js";
import { clusters } from "./clusters.js";
import { errors } from "./errors.js";
import { lines } from "./lines.js";
import { predictions } from "./predictions.js";
import { scatter } from "./scatter.js";
import { weights } from "./weights.js";

/** Every chart, the most telling one first: an output is drawn as the first that fits it. */
export const CHARTS: readonly Chart[] = [weights, clusters, predictions, errors, scatter, bars, lines];

/** The charts that an output can have, the most telling one first. */
export function fittingCharts(subject: ChartSubject): Chart[] {
  return CHARTS.filter((chart) => chart.fits(subject));
}
