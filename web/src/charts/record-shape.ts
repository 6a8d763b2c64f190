import type { BatchReport, RecordColumn } from "../generated/index.js";
import { numberAt, rowCount } from "../records/columns.js";
import { findOutput } from "../run/run-record.js";

/** What an output's records look like; without columns when there are none, or when they differ in width. */
export interface RecordShape {
  /** For each column, whether its values are numbers that can be drawn. */
  numeric: readonly boolean[];
  /** Whether some batch has more than one record. */
  hasSeveral: boolean;
}

/** How many batches, the last ones, say what the records look like. */
const MOST_BATCHES = 50;

/** How many records of a batch say it. */
const MOST_ROWS = 20;

/** Finds what an output's records look like. */
export function shapeOf(reports: readonly BatchReport[], output: number): RecordShape {
  const pages = reports.slice(-MOST_BATCHES).flatMap((report) => findOutput(report, output)?.records ?? []);
  const filled = pages.map(({ columns }) => columns).filter((columns) => rowCount(columns) > 0);
  const width = filled[0]?.length ?? 0;
  const isEven = filled.every((columns) => columns.length === width);
  return {
    numeric: isEven ? Array.from({ length: width }, (_, at) => filled.every((columns) => isDrawable(columns[at]))) : [],
    hasSeveral: filled.some((columns) => rowCount(columns) > 1),
  };
}

/** Whether a column has numbers that can be drawn, judged by its first values. */
export function isDrawable(column: RecordColumn | undefined, most = MOST_ROWS): boolean {
  return column?.texts.slice(0, most).every((_, row) => numberAt(column, row) !== null) ?? false;
}
