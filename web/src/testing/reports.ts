import type { BatchReport, Failure, Figure, RecordPage, StreamInspection } from "../generated/index.js";

/** Reports for tests. */

export const FAILURE: Failure = {
  title: "ZeroDivisionError",
  message: "division by zero",
  traceback: "Traceback …",
  place: { line: 3, column: 4, endLine: 3, endColumn: 9 },
  why: null,
  mend: null,
  fix: null,
};

/** A page of records: of strings in quotes and of numbers. Those of several widths stand in one column. */
export function pageOf(records: string[][]): RecordPage {
  const isEven = records.every(({ length }) => length === records[0]?.length);
  const rows = isEven ? records : records.map((record) => [`(${record.join(", ")})`]);
  const columns = (rows[0] ?? []).map((_, index) => {
    const texts = rows.map((row) => row[index] ?? "");
    const numbers = texts.map((text) => (Number.isFinite(Number(text)) ? Number(text) : null));
    const strings = texts.map((text) => /^'(.*)'$/.exec(text)?.[1] ?? null);
    const kind = numbers.every((number) => number !== null) ? ("float" as const) : ("other" as const);
    return { name: `_${index + 1}`, kind, texts, numbers, strings };
  });
  return { columns, total: rows.length, more: false };
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

/** A figure with a line, a text and a table. */
export function figureOf(serial: number, label: string): Figure {
  const line = { fill: "none", fillOpacity: 1, stroke: "#1f77b4", strokeOpacity: 1, width: 1.5, dashes: "", clip: 0 };
  const text = { size: 10, fill: "ink", opacity: 1, anchor: "middle", angle: 90, weight: "bold", style: "normal" };
  return {
    serial,
    label,
    width: 100,
    height: 80,
    clips: [[10, 10, 80, 60]],
    shapes: [
      { kind: "path", way: "M10 10L90 70", ...line },
      { kind: "text", x: 50, y: 9, text: "a < b", ...text },
    ],
    tables: [{ caption: "Data", columns: ["x", "y"], rows: [["1", "2"]], total: 3 }],
  };
}
