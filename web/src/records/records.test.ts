import { describe, expect, it, vi } from "vitest";
import { pageOf } from "../testing/reports.js";
import { compareCells, labelOf, numberOf } from "./cell.js";
import { RecordSource } from "./record-source.js";

describe("cells", () => {
  it.each([
    ["3", 3],
    ["-2.5e-07", -2.5e-7],
    ["inf", Number.POSITIVE_INFINITY],
    ["-inf", Number.NEGATIVE_INFINITY],
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

  it("orders numbers by value, before everything else", () => {
    expect(["'b'", "10", "9", "'a'", "-1"].sort(compareCells)).toEqual(["-1", "9", "10", "'a'", "'b'"]);
  });
});

describe("RecordSource", () => {
  const all = Array.from({ length: 250 }, (_, index) => [`'k${index}'`, String((index * 37) % 250)]);
  const engine = () =>
    vi.fn(async (offset: number, limit: number) => ({ rows: all.slice(offset, offset + limit), total: 250 }));

  it("answers from the report's own rows where they reach", async () => {
    const fetchRecords = engine();
    const source = new RecordSource({ ...pageOf(all.slice(0, 100)), total: 250, more: true }, fetchRecords);
    expect(await source.rows(0, 100, null)).toEqual(all.slice(0, 100));
    expect(fetchRecords).not.toHaveBeenCalled();
    expect(await source.rows(200, 100, null)).toEqual(all.slice(200));
    expect(fetchRecords).toHaveBeenCalledWith(200, 100);
  });

  it("brings all records here once to put them in order", async () => {
    const fetchRecords = engine();
    const source = new RecordSource({ ...pageOf(all.slice(0, 100)), total: 250, more: true }, fetchRecords);
    const rising = await source.rows(0, 3, { column: 1, descending: false });
    expect(rising.map(([, value]) => value)).toEqual(["0", "1", "2"]);
    const falling = await source.rows(0, 2, { column: 1, descending: true });
    expect(falling.map(([, value]) => value)).toEqual(["249", "248"]);
    expect(fetchRecords).toHaveBeenCalledTimes(1);
  });

  it("learns from the engine how many records there are", async () => {
    const source = new RecordSource({ ...pageOf(all.slice(0, 10)), total: 11, more: true }, engine());
    expect(await source.rows(0, 100, null)).toEqual(all.slice(0, 100));
    expect([source.total, source.hasMore]).toEqual([250, false]);
  });

  it("falls back to the report when the engine has let the records go", async () => {
    const source = new RecordSource({ ...pageOf(all.slice(0, 10)), total: 11, more: true }, async () => ({
      rows: [],
      total: 0,
    }));
    expect(await source.rows(0, 100, null)).toEqual(all.slice(0, 10));
    expect(source.total).toBe(10);
  });

  it("does not offer an order over more records than can be brought here", () => {
    const source = new RecordSource({ ...pageOf(all), total: 1_000_000, more: true }, engine());
    expect(source.canSort).toBe(false);
  });
});
