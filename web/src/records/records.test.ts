import { describe, expect, it, vi } from "vitest";
import { pageOf } from "../testing/reports.js";
import { labelOf, numberOf } from "./cell.js";
import { RecordSource } from "./record-source.js";

describe("cells", () => {
  it.each([
    ["3", 3],
    ["-2.5e-07", -2.5e-7],
    ["inf", Number.POSITIVE_INFINITY],
    ["-inf", Number.NEGATIVE_INFINITY],
    ["np.float64(1.5)", 1.5],
    ["np.int64(-2)", -2],
    ["np.str_('a')", null],
    ["'3'", null],
    ["None", null],
    ["(1, 2)", null],
    ["3j", null],
  ])("reads %s", (repr, value) => {
    expect(numberOf(repr)).toBe(value);
  });

  it("shows strings on axes without their quotes", () => {
    expect(labelOf("'Bob'")).toBe("Bob");
    expect(labelOf('"it\'s"')).toBe("it's");
    expect(labelOf("12")).toBe("12");
    expect(labelOf("'")).toBe("'");
  });
});

describe("RecordSource", () => {
  const all = Array.from({ length: 250 }, (_, index) => [`'k${index}'`, String((index * 37) % 250)]);
  const engine = () =>
    vi.fn(async (offset: number, limit: number) => ({ ...pageOf(all.slice(offset, offset + limit)), total: 250 }));

  it("answers from the report's own rows where they reach", async () => {
    const fetchRecords = engine();
    const source = new RecordSource({ ...pageOf(all.slice(0, 100)), total: 250, more: true }, fetchRecords);
    expect(await source.rows(0, 100, null)).toEqual(all.slice(0, 100));
    expect(fetchRecords).not.toHaveBeenCalled();
    expect(await source.rows(200, 100, null)).toEqual(all.slice(200));
    expect(fetchRecords).toHaveBeenCalledWith(200, 100, null);
  });

  it("leaves the order to the engine, also where the report has all records", async () => {
    const fetchRecords = engine();
    const source = new RecordSource(pageOf(all.slice(0, 100)), fetchRecords);
    const order = { column: 1, descending: true };
    await source.rows(0, 3, order);
    expect(fetchRecords).toHaveBeenCalledWith(0, 3, order);
  });

  it("learns from the engine how many records there are", async () => {
    const source = new RecordSource({ ...pageOf(all.slice(0, 10)), total: 11, more: true }, engine());
    expect(await source.rows(0, 100, null)).toEqual(all.slice(0, 100));
    expect([source.total, source.hasMore]).toEqual([250, false]);
  });

  it("falls back to the report, in its order, when the engine has let the records go", async () => {
    const fetchRecords = vi.fn(async () => null);
    const source = new RecordSource({ ...pageOf(all.slice(0, 10)), total: 11, more: true }, fetchRecords);
    expect(await source.rows(0, 100, { column: 1, descending: true })).toEqual(all.slice(0, 10));
    expect([source.total, source.isLetGo]).toEqual([10, true]);
    expect(await source.rows(5, 100, null)).toEqual(all.slice(5, 10));
    expect(fetchRecords).toHaveBeenCalledTimes(1);
  });
});
