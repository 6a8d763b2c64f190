import { describe, expect, it } from "vitest";
import { formatOf, readRecords, splitRecords } from "./import.js";
import { isTableText, parseTable } from "./table-text.js";

describe("tables", () => {
  it("have rows by lines and cells by a delimiter", () => {
    expect(parseTable("a\t1\r\nb\t2\r\n", "\t")).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
  });

  it("have quoted cells with delimiters, quotes and ends of lines", () => {
    expect(parseTable('"a, b","say ""hi""","two\nlines"\n,\n', ",")).toEqual([
      ["a, b", 'say "hi"', "two\nlines"],
      ["", ""],
    ]);
  });

  it("are told from a part of an expression", () => {
    expect(isTableText("a\tb")).toBe(true);
    expect(isTableText("a\nb\n")).toBe(true);
    expect(isTableText("('Alice', 100)\n")).toBe(false);
  });
});

describe("records from a file", () => {
  const table = "city,degrees\nOslo,3\nRome,17\nOslo,5\n";

  it("are read by what the file is", () => {
    expect(["a.csv", "b.TSV", "c.jsonl", "d.txt"].map((name) => formatOf(name, ""))).toEqual([
      "csv",
      "tsv",
      "jsonLines",
      "lines",
    ]);
    expect(formatOf("", "a\tb\n")).toBe("tsv");
  });

  it("are tuples of a table, its first row names the columns", () => {
    const imported = readRecords(table, "csv", true);
    expect(imported.columns).toEqual(["city", "degrees"]);
    expect(imported.records.map(({ literal }) => literal)).toEqual(["('Oslo', 3)", "('Rome', 17)", "('Oslo', 5)"]);
    expect(readRecords(table, "csv", false).records).toHaveLength(4);
  });

  it("are strings of lines, and values of JSON", () => {
    expect(readRecords("one\n\ntwo\n", "lines", false).records.map(({ literal }) => literal)).toEqual([
      "'one'",
      "''",
      "'two'",
    ]);
    const json = readRecords('{"a": 1}\nnonsense\n[2]\n', "jsonLines", false);
    expect(json.records.map(({ literal }) => literal)).toEqual(["{'a': 1}", "[2]"]);
    expect(json.unread).toBe(1);
  });

  it("become batches: one, some records each, or one a value of a column", () => {
    const imported = readRecords(table, "csv", true);
    expect(splitRecords(imported, { kind: "one" })).toEqual([["('Oslo', 3)", "('Rome', 17)", "('Oslo', 5)"]]);
    expect(splitRecords(imported, { kind: "size", size: 2 })).toEqual([
      ["('Oslo', 3)", "('Rome', 17)"],
      ["('Oslo', 5)"],
    ]);
    expect(splitRecords(imported, { kind: "column", column: 0 })).toEqual([
      ["('Oslo', 3)", "('Oslo', 5)"],
      ["('Rome', 17)"],
    ]);
    expect(splitRecords({ columns: [], records: [], unread: 0 }, { kind: "one" })).toEqual([]);
  });
});
