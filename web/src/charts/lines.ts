import { html } from "lit";
import type { BatchReport } from "../generated/index.js";
import { labelAt, numberAt, rowCount } from "../records/columns.js";
import { findOutput } from "../run/run-record.js";
import { bars } from "./bars.js";
import type { Chart } from "./chart.js";

/** A value a batch, for each of some names; null where a batch has none. */
export interface Lines {
  batches: number[];
  series: { name: string; values: (number | null)[] }[];
  /** How many names were left out. */
  leftOut: number;
}

/** The most batches that lines are drawn over. */
const MOST_BATCHES = 300;

/** The most lines that can be told apart. */
export const MOST_LINES = 6;

/** A line a key over the batches, or a single one where records are numbers without a key. */
export const lines: Chart = {
  kind: "lines",
  name: "Lines",
  fits: (subject) => bars.fits(subject) || (subject.shape.numeric.length === 1 && subject.shape.numeric[0] === true),
  draw: ({ record, info }) => {
    void import("./drawing/plot-chart.js");
    const { batches, series, leftOut } = toLines(record.batches, info.id);
    const describe = (index: number) => {
      const values = series.flatMap(({ name, values }) => (values[index] === null ? [] : [`${name} ${values[index]}`]));
      return `Batch ${batches[index]}: ${values.length > 0 ? values.join(", ") : "no records"}`;
    };
    const notes = [
      ...(leftOut > 0 ? [`The ${series.length} keys with the greatest values, of ${series.length + leftOut}.`] : []),
      ...(batches.length < record.batches.length ? [`The last ${batches.length} batches.`] : []),
    ];
    return html`<brooklet-plot-chart
      label="Values over batches"
      xName="Batch"
      .data=${{ xs: batches, series, drawing: "lines", hasWholeXs: true }}
      .describe=${describe}
      .notes=${notes}
    ></brooklet-plot-chart>`;
  },
};

/**
 * The records of the last batches as lines. Keys past the first `MOST_LINES` are left out, the ones
 * with the greatest values stay.
 */
export function toLines(allReports: readonly BatchReport[], output: number): Lines {
  const reports = allReports.slice(-MOST_BATCHES);
  const batches = reports.map(({ batch }) => batch);
  const series = new Map<string, (number | null)[]>();
  reports.forEach((report, index) => {
    const columns = findOutput(report, output)?.records?.columns ?? [];
    for (let row = 0; row < rowCount(columns); row++) {
      const name = columns.length === 1 ? "value" : labelAt(columns[0], row);
      const value = numberAt(columns[columns.length === 1 ? 0 : 1], row);
      if (value === null) continue;
      const values = series.get(name) ?? new Array<number | null>(batches.length).fill(null);
      values[index] = value;
      series.set(name, values);
    }
  });
  const peak = (values: (number | null)[]) =>
    values.reduce<number>((most, value) => Math.max(most, value ?? most), -Infinity);
  return {
    batches,
    leftOut: Math.max(0, series.size - MOST_LINES),
    series: [...series]
      .map(([name, values]) => ({ name, values, peak: peak(values) }))
      .sort((one, other) => other.peak - one.peak)
      .slice(0, MOST_LINES)
      .map(({ name, values }) => ({ name, values })),
  };
}
