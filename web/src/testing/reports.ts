import type { BatchReport, Failure, RecordPage, StreamInspection } from "../generated/index.js";

/** Reports for tests. */

export const FAILURE: Failure = {
  title: "ZeroDivisionError",
  message: "division by zero",
  traceback: "Traceback …",
  place: { line: 3, column: 4, endLine: 3, endColumn: 9 },
  why: null,
  mend: null,
};

/** A page of records; the columns are named after their positions. */
export function pageOf(rows: string[][]): RecordPage {
  return { columns: (rows[0] ?? []).map((_, index) => `_${index + 1}`), rows, total: rows.length, more: false };
}

/** A batch with one output of these records. */
export function reportOf(batch: number, rows: string[][], failure: Failure | null = null): BatchReport {
  const text = rows.map((row) => `${row.join(", ")}\n`).join("");
  return {
    batch,
    batchTimeMs: batch * 1000,
    outputs: [{ output: 0, text, records: pageOf(rows), learned: null, failure, processingTimeMs: 1 }],
    jobs: [],
    inputRecords: rows.length,
    processingTimeMs: 2,
    schedulingDelayMs: 0,
    failure: null,
  };
}

/** What a stream held: the rows of each of its partitions, all of which are shown. */
export function inspectionOf(...partitions: string[][][]): StreamInspection {
  return {
    records: pageOf(partitions.flat()),
    partitions: partitions.map(({ length }) => ({ total: length, shown: length })),
    window: null,
    stateChanges: null,
    absence: null,
  };
}
