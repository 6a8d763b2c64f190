import { html } from "lit";
import type { RecordColumn } from "../generated/index.js";
import { numberAt, recordText } from "../records/columns.js";
import type { Chart } from "./chart.js";
import { isDrawable } from "./record-shape.js";

/** A point a record. */
export interface Point {
  x: number;
  y: number;
  /** The record as text. */
  label: string;
}

/** A point a record of the selected batch: its first two columns of numbers, or its position and its number. */
export const scatter: Chart = {
  kind: "scatter",
  name: "Scatter",
  fits: ({ shape: { numeric, hasSeveral } }) =>
    numeric.filter(Boolean).length >= 2 || (numeric.length === 1 && numeric[0] === true && hasSeveral),
  draw: ({ shown, source }) => {
    void import("./drawing/batch-records.js");
    void import("./drawing/plot-chart.js");
    return html`<brooklet-batch-records .shown=${shown} .source=${source} .draw=${drawPoints}></brooklet-batch-records>`;
  },
};

function drawPoints(columns: readonly RecordColumn[]) {
  const points = toPoints(columns).sort((one, other) => one.x - other.x);
  const data = {
    xs: points.map(({ x }) => x),
    series: [{ name: columns[1]?.name ?? "value", values: points.map(({ y }) => y) }],
    drawing: "points",
    hasWholeXs: columns.length === 1,
  };
  return html`<brooklet-plot-chart
    label="Records as points"
    xName=${columns.length === 1 ? "Position" : (columns[0]?.name ?? "x")}
    .data=${data}
    .describe=${(index: number) => points[index]?.label ?? ""}
  ></brooklet-plot-chart>`;
}

/** The records of a batch as points; a lone column of numbers stands over its position. */
export function toPoints(columns: readonly RecordColumn[]): Point[] {
  const [first, second] = columns.filter((column) => isDrawable(column, column.texts.length));
  if (!first) return [];
  return first.texts.map((_, row) => {
    const value = numberAt(first, row) ?? 0;
    const label = recordText(columns, row);
    return second ? { x: value, y: numberAt(second, row) ?? 0, label } : { x: row + 1, y: value, label };
  });
}
