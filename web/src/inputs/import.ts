import { jsonLiteral, rowLiteral, stringLiteral } from "../form/literals.js";
import { parseTable } from "./table-text.js";

/** What a file or a pasted text is. */
export type Format = "csv" | "tsv" | "jsonLines" | "lines";

/** How records become batches. */
export type Splitting = { kind: "one" } | { kind: "size"; size: number } | { kind: "column"; column: number };

/** The records of a text, an expression each, and the cells that they were made of. */
export interface ImportedRecords {
  /** The names of the cells, if the text has cells. */
  columns: readonly string[];
  records: readonly { literal: string; cells: readonly string[] }[];
  /** How many lines could not be read. */
  unread: number;
}

/** The format of a file, by its name, or else by its text. */
export function formatOf(fileName: string, text: string): Format {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  if (ending === "csv") return "csv";
  if (ending === "tsv" || ending === "tab") return "tsv";
  if (ending === "jsonl" || ending === "ndjson" || ending === "json") return "jsonLines";
  const [first = ""] = text.split("\n", 1);
  if (fileName === "" && first.includes("\t")) return "tsv";
  return "lines";
}

/** Reads records from a text. */
export function readRecords(text: string, format: Format, hasHeader: boolean): ImportedRecords {
  if (format === "csv" || format === "tsv") return readTable(text, format === "csv" ? "," : "\t", hasHeader);
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  if (lines.at(-1) === "") lines.pop();
  if (format === "lines") {
    const records = lines.map((line) => ({ literal: stringLiteral(line), cells: [line] }));
    return { columns: [], records, unread: 0 };
  }
  const filled = lines.filter((line) => line.trim() !== "");
  const records = filled.flatMap((line) => {
    const literal = jsonLiteral(line);
    return literal === null ? [] : [{ literal, cells: [line] }];
  });
  return { columns: [], records, unread: filled.length - records.length };
}

/** Divides records into batches. */
export function splitRecords({ records }: ImportedRecords, splitting: Splitting): string[][] {
  if (records.length === 0) return [];
  if (splitting.kind === "one") return [records.map(({ literal }) => literal)];
  if (splitting.kind === "size") {
    const size = Math.max(1, Math.floor(splitting.size));
    return Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
      records.slice(index * size, (index + 1) * size).map(({ literal }) => literal),
    );
  }
  const batches = new Map<string, string[]>();
  for (const { literal, cells } of records) {
    const key = cells[splitting.column] ?? "";
    const batch = batches.get(key) ?? [];
    batches.set(key, batch);
    batch.push(literal);
  }
  return [...batches.values()];
}

function readTable(text: string, delimiter: "," | "\t", hasHeader: boolean): ImportedRecords {
  const rows = parseTable(text, delimiter);
  const [first = []] = rows;
  const columns = first.map((name, index) => (hasHeader ? name : `Column ${index + 1}`));
  const records = rows.slice(hasHeader ? 1 : 0).map((cells) => ({ literal: rowLiteral(cells), cells }));
  return { columns, records, unread: 0 };
}
