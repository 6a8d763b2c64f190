import type { RecordColumn } from "../generated/index.js";

/** How many records stand in columns. */
export function rowCount(columns: readonly RecordColumn[]): number {
  return columns[0]?.texts.length ?? 0;
}

/** Whether a column has numbers alone. */
export function isNumeric({ kind }: RecordColumn): boolean {
  return kind === "int" || kind === "float";
}

/** The number in a row; null where there is none that can be drawn. */
export function numberAt(column: RecordColumn | undefined, row: number): number | null {
  return column?.numbers[row] ?? null;
}

/** What stands in a row for an axis or a legend: a string without its quotes. */
export function labelAt(column: RecordColumn | undefined, row: number): string {
  return column?.strings[row] ?? column?.texts[row] ?? "";
}

/** A record as Python writes it. */
export function recordText(columns: readonly RecordColumn[], row: number): string {
  const texts = columns.map((column) => column.texts[row] ?? "");
  return texts.length === 1 ? (texts[0] ?? "") : `(${texts.join(", ")})`;
}

/** The records from a row up to another one. */
export function sliceRows(columns: readonly RecordColumn[], from: number, to: number): RecordColumn[] {
  return columns.map((column) => ({
    ...column,
    texts: column.texts.slice(from, to),
    numbers: column.numbers.slice(from, to),
    strings: column.strings.slice(from, to),
  }));
}
