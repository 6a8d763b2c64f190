import { expect, it } from "vitest";
import { FAILURE, reportOf } from "../testing/reports.js";
import { changedBatches, changedLines } from "./differences.js";
import { emptyRecord } from "./run-record.js";

it("finds the batches that came out otherwise", () => {
  const before = { ...emptyRecord("a"), batches: [reportOf(1, [["1"]]), reportOf(2, [["2"]]), reportOf(3, [["3"]])] };
  const after = {
    ...emptyRecord("b"),
    batches: [reportOf(1, [["1"]]), reportOf(2, [["4"]]), reportOf(3, [["3"]], FAILURE), reportOf(4, [])],
  };
  expect([...changedBatches(after, before)]).toEqual([2, 3, 4]);
  expect(changedBatches(after, null).size).toBe(0);
  expect(changedBatches(after, emptyRecord("c")).size).toBe(0);
});

it("finds the lines that are new, counting repeated ones", () => {
  expect(changedLines("a\nb\nb\nc", "b\na")).toEqual([false, false, true, true]);
});
