import { html } from "lit";
import type { BatchReport, RecordColumn, RecordPage } from "../generated/index.js";
import { labelAt, numberAt } from "../records/columns.js";
import { findOutput } from "../run/run-record.js";
import type { Chart } from "./chart.js";
import type { Bar } from "./drawing/bar-chart.js";

/** A bar a record of the selected batch: the first of its two columns names it, the second measures it. */
export const bars: Chart = {
  kind: "bars",
  name: "Bars",
  fits: ({ shape: { numeric } }) => numeric.length === 2 && numeric[1] === true,
  draw: ({ record, info, shown, source }) => {
    void import("./drawing/bar-chart.js");
    void import("./drawing/batch-records.js");
    const draw = (columns: readonly RecordColumn[]) => {
      const [low, high] = barRange(record.batches, info.id);
      const drawn = toBars(columns);
      const values = drawn.map(({ value }) => value);
      const range = [Math.min(low, ...values), Math.max(high, ...values)];
      return html`<brooklet-bar-chart .bars=${drawn} .range=${range}></brooklet-bar-chart>`;
    };
    return html`<brooklet-batch-records .shown=${shown} .source=${source} .draw=${draw}></brooklet-batch-records>`;
  },
};

/** The least and the greatest value that an output's bars reach over all batches, 0 among them. */
export function barRange(reports: readonly BatchReport[], output: number): [low: number, high: number] {
  let [low, high] = [0, 0];
  for (const report of reports) {
    const page = findOutput(report, output)?.records;
    if (!page) continue;
    const range = knownRanges.get(page) ?? rangeOf(toBars(page.columns));
    knownRanges.set(page, range);
    low = Math.min(low, range[0]);
    high = Math.max(high, range[1]);
  }
  return [low, high];
}

/** The range of each page of records, so that each is computed once: a page never changes. */
const knownRanges = new WeakMap<RecordPage, [low: number, high: number]>();

function rangeOf(drawn: readonly Bar[]): [low: number, high: number] {
  const values = drawn.map(({ value }) => value);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** The records of a batch as bars. */
export function toBars([names, measures]: readonly RecordColumn[]): Bar[] {
  return (names?.texts ?? []).flatMap((_, row) => {
    const value = numberAt(measures, row);
    return value === null ? [] : [{ label: labelAt(names, row), value }];
  });
}
