import { describe, expect, it, vi } from "vitest";
import type { RecordColumn } from "../generated/index.js";
import { pageOf } from "../testing/reports.js";
import { labelAt, numberAt, recordText, rowCount, sliceRows } from "./columns.js";
import { RecordSource } from "./record-source.js";

describe("columns", () => {
  const { columns } = pageOf([
    ["'Bob'", "3"],
    ["12", "None"],
  ]);

  it("have numbers and labels beside their texts", () => {
    expect([numberAt(columns[1], 0), numberAt(columns[1], 1), numberAt(columns[2], 0)]).toEqual([3, null, null]);
    expect([labelAt(columns[0], 0), labelAt(columns[0], 1)]).toEqual(["Bob", "12"]);
  });

  it("show records as Python writes them", () => {
    expect(recordText(columns, 1)).toBe("(12, None)");
    expect(recordText(pageOf([["'a'"]]).columns, 0)).toBe("'a'");
  });

  it("are cut by rows", () => {
    expect(rowCount(columns)).toBe(2);
    expect(sliceRows(columns, 1, 2).map(({ texts }) => texts)).toEqual([["12"], ["None"]]);
  });
});

/** Records as rows of texts. */
async function rowsOf(records: Promise<readonly RecordColumn[]>): Promise<string[][]> {
  const columns = await records;
  return Array.from({ length: rowCount(columns) }, (_, row) => columns.map(({ texts }) => texts[row] ?? ""));
}

describe("RecordSource", () => {
  const all = Array.from({ length: 250 }, (_, index) => [`'k${index}'`, String((index * 37) % 250)]);
  const engine = () =>
    vi.fn(async (offset: number, limit: number) => ({ ...pageOf(all.slice(offset, offset + limit)), total: 250 }));

  it("answers from the report's own rows where they reach", async () => {
    const fetchRecords = engine();
    const source = new RecordSource({ ...pageOf(all.slice(0, 100)), total: 250, more: true }, fetchRecords);
    expect(await rowsOf(source.records(0, 100, null))).toEqual(all.slice(0, 100));
    expect(fetchRecords).not.toHaveBeenCalled();
    expect(await rowsOf(source.records(200, 100, null))).toEqual(all.slice(200));
    expect(fetchRecords).toHaveBeenCalledWith(200, 100, null);
  });

  it("leaves the order to the engine, also where the report has all records", async () => {
    const fetchRecords = engine();
    const source = new RecordSource(pageOf(all.slice(0, 100)), fetchRecords);
    const order = { column: 1, descending: true };
    await source.records(0, 3, order);
    expect(fetchRecords).toHaveBeenCalledWith(0, 3, order);
  });

  it("learns from the engine how many records there are", async () => {
    const source = new RecordSource({ ...pageOf(all.slice(0, 10)), total: 11, more: true }, engine());
    expect(await rowsOf(source.records(0, 100, null))).toEqual(all.slice(0, 100));
    expect([source.total, source.hasMore]).toEqual([250, false]);
  });

  it("falls back to the report, in its order, when the engine has let the records go", async () => {
    const fetchRecords = vi.fn(async () => null);
    const source = new RecordSource({ ...pageOf(all.slice(0, 10)), total: 11, more: true }, fetchRecords);
    expect(await rowsOf(source.records(0, 100, { column: 1, descending: true }))).toEqual(all.slice(0, 10));
    expect([source.total, source.isLetGo]).toEqual([10, true]);
    expect(await rowsOf(source.records(5, 100, null))).toEqual(all.slice(5, 10));
    expect(fetchRecords).toHaveBeenCalledTimes(1);
  });
});
