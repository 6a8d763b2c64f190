import type { BatchReport, RecordColumn, RecordPage } from "../generated/index.js";
import { labelAt, numberAt, recordText, rowCount } from "../records/columns.js";
import { findOutput } from "../run/run-record.js";

/** The pictures that records can have. */
export type ChartKind = "bars" | "lines" | "scatter";

/** A bar a key. */
export interface Bar {
  label: string;
  value: number;
}

/** A value a batch, for each of some names; null where a batch has none. */
export interface Lines {
  batches: number[];
  series: { name: string; values: (number | null)[] }[];
  /** How many names were left out. */
  leftOut: number;
}

/** A point a record. */
export interface Point {
  x: number;
  y: number;
  /** The record as text. */
  label: string;
}

/** The most batches that lines are drawn over. */
const MOST_LINE_BATCHES = 300;

/** How many records of a batch say whether a picture fits. */
const MOST_JUDGED = 20;

/** The most lines that can be told apart. */
export const MOST_LINES = 6;

/** The pictures that an output's records can have, the most telling one first. */
export function fittingCharts(reports: readonly BatchReport[], output: number): ChartKind[] {
  const pages = recordPages(reports, output);
  const filled = pages.filter(({ columns }) => rowCount(columns) > 0);
  const width = filled[0]?.columns.length ?? 0;
  if (width === 0 || filled.some(({ columns }) => columns.length !== width)) return [];
  const isNumeric = Array.from({ length: width }, (_, column) =>
    filled.every(({ columns }) => isDrawable(columns[column], MOST_JUDGED)),
  );
  if (width === 1) return isNumeric[0] ? (isOneEach(pages) ? ["lines"] : ["scatter", "lines"]) : [];
  if (width === 2 && isNumeric[1]) return isNumeric[0] ? ["scatter", "bars", "lines"] : ["bars", "lines"];
  return isNumeric.filter(Boolean).length >= 2 ? ["scatter"] : [];
}

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

/** A page never changes, and a long run has many: each is read once. */
const knownRanges = new WeakMap<RecordPage, [low: number, high: number]>();

function rangeOf(bars: readonly Bar[]): [low: number, high: number] {
  const values = bars.map(({ value }) => value);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** The records of one batch as bars: the first column names, the second measures. */
export function toBars([names, measures]: readonly RecordColumn[]): Bar[] {
  return (names?.texts ?? []).flatMap((_, row) => {
    const value = numberAt(measures, row);
    return value === null ? [] : [{ label: labelAt(names, row), value }];
  });
}

/**
 * The records of the last batches as lines: a line a key, or a single one where records have no key.
 * Keys past the first `MOST_LINES` are left out, the ones with the greatest values stay.
 */
export function toLines(allReports: readonly BatchReport[], output: number): Lines {
  const reports = allReports.slice(-MOST_LINE_BATCHES);
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

/** The records of one batch as points: their first two columns of numbers; a lone column stands over its position. */
export function toPoints(columns: readonly RecordColumn[]): Point[] {
  const [first, second] = columns.filter((column) => isDrawable(column, column.texts.length));
  if (!first) return [];
  return first.texts.map((_, row) => {
    const value = numberAt(first, row) ?? 0;
    const label = recordText(columns, row);
    return second ? { x: value, y: numberAt(second, row) ?? 0, label } : { x: row + 1, y: value, label };
  });
}

/** Whether the first values of a column, as many as `most`, are numbers that can be drawn. */
function isDrawable(column: RecordColumn | undefined, most: number): boolean {
  return column?.texts.slice(0, most).every((_, row) => numberAt(column, row) !== null) ?? false;
}

function recordPages(reports: readonly BatchReport[], output: number): RecordPage[] {
  return reports.slice(-50).flatMap((report) => findOutput(report, output)?.records ?? []);
}

function isOneEach(pages: readonly RecordPage[]): boolean {
  return pages.every(({ columns }) => rowCount(columns) <= 1);
}
