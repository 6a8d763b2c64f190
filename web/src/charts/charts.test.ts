import { describe, expect, it } from "vitest";
import type { OutputInfo } from "../generated/index.js";
import { emptyRecord, type RunRecord } from "../run/run-record.js";
import { pageOf, reportOf } from "../testing/reports.js";
import { barRange, toBars } from "./bars.js";
import { toBuckets, toHistogram } from "./buckets.js";
import { MOST_LINES, toLines } from "./lines.js";
import { shapeOf } from "./record-shape.js";
import { CHARTS, fittingCharts } from "./registry.js";
import { toPoints } from "./scatter.js";

/** The charts that fit an output with these records. */
function chartsOf(records: string[][], record: Partial<RunRecord> = {}): string[] {
  const info: OutputInfo = { id: 0, stream: 1, operator: "pprint", label: "", place: null };
  const shape = shapeOf([reportOf(1, records)], info.id);
  return fittingCharts({ info, record: { ...emptyRecord("x"), ...record }, shape }).map(({ kind }) => kind);
}

describe("fittingCharts", () => {
  it.each([
    ["a key and a number", [["'a'", "1"]], ["bars", "lines"]],
    ["two numbers", [["1", "2.5"]], ["scatter", "bars", "lines"]],
    ["one number a batch", [["1"]], ["lines"]],
    ["several numbers a batch", [["1"], ["2"]], ["scatter", "lines"]],
    ["text", [["'a'"]], []],
    ["records of several widths", [["'a'", "1"], ["'a'"]], []],
    ["two numbers among other things", [["1", "'a'", "2"]], ["scatter"]],
    ["no records", [], []],
  ])("for %s", (_, rows, charts) => {
    expect(chartsOf(rows)).toEqual(charts);
  });

  it("draws the model that an output trains", () => {
    expect(chartsOf([], { learners: new Map([[0, "clusters"]]) })).toEqual(["clusters"]);
  });

  it("draws predictions before the records that hold them", () => {
    const predicted = { id: 1, operator: "predictOnValues", place: null, parents: [], slideMs: 1000, windowMs: null };
    const record: Partial<RunRecord> = {
      streams: [{ ...predicted, isStateful: false, feeds: [] }],
      learners: new Map([[7, "linear"]]),
    };
    expect(chartsOf([["1.0", "2.0"]], record)).toEqual(["predictions", "errors", "scatter", "bars", "lines"]);
  });

  it("names every chart once", () => {
    expect(new Set(CHARTS.map(({ kind }) => kind)).size).toBe(CHARTS.length);
    expect(new Set(CHARTS.map(({ name }) => name)).size).toBe(CHARTS.length);
  });
});

describe("pictures", () => {
  it("makes a bar a key", () => {
    expect(
      toBars(
        pageOf([
          ["'a'", "2"],
          ["'b'", "None"],
        ]).columns,
      ),
    ).toEqual([{ label: "a", value: 2 }]);
  });

  it("gives bars of all batches one scale that has 0", () => {
    expect(barRange([reportOf(1, [["'a'", "5"]]), reportOf(2, [["'a'", "9"]])], 0)).toEqual([0, 9]);
    expect(barRange([reportOf(1, [["'a'", "-5"]])], 0)).toEqual([-5, 0]);
  });

  it("makes a line a key, with gaps where a batch has no such key", () => {
    const lines = toLines(
      [
        reportOf(1, [["'a'", "1"]]),
        reportOf(2, [
          ["'b'", "7"],
          ["'a'", "2"],
        ]),
      ],
      0,
    );
    expect(lines).toEqual({
      batches: [1, 2],
      series: [
        { name: "b", values: [null, 7] },
        { name: "a", values: [1, 2] },
      ],
      leftOut: 0,
    });
  });

  it("keeps the lines with the greatest values", () => {
    const rows = Array.from({ length: MOST_LINES + 3 }, (_, index) => [`'k${index}'`, String(index)]);
    const { series, leftOut } = toLines([reportOf(1, rows)], 0);
    expect(series).toHaveLength(MOST_LINES);
    expect(series[0]?.name).toBe(`k${MOST_LINES + 2}`);
    expect(leftOut).toBe(3);
  });

  it("makes a point a record of its first two numbers", () => {
    expect(toPoints(pageOf([["'a'", "1", "2"]]).columns)).toEqual([{ x: 1, y: 2, label: "('a', 1, 2)" }]);
    expect(toPoints(pageOf([["5"], ["6"]]).columns)).toEqual([
      { x: 1, y: 5, label: "5" },
      { x: 2, y: 6, label: "6" },
    ]);
  });
});

describe("buckets", () => {
  const reports = Array.from({ length: 100 }, (_, index) => reportOf(index + 1, index === 42 ? [["1"], ["2"]] : []));

  it("draws many batches as few bars that leave none out", () => {
    const buckets = toBuckets(reports, 30, ({ inputRecords }) => inputRecords);
    expect(buckets).toHaveLength(25);
    expect(buckets[0]).toEqual({ first: 1, last: 4, value: 0, failed: false });
    expect(buckets.at(-1)?.last).toBe(100);
    expect(buckets.filter(({ value }) => value === 2)).toHaveLength(1);
  });

  it("counts how often each range of values came", () => {
    expect(toHistogram([0, 1, 9, 10], 2)).toEqual([2, 2]);
    expect(toHistogram([0, 0], 3)).toEqual([2, 0, 0]);
    expect(toHistogram([], 2)).toEqual([0, 0]);
  });
});
