import { expect, it, vi } from "vitest";
import { answering } from "../testing/asking.js";
import { inspectionOf, reportOf } from "../testing/reports.js";
import { Inspections, recordCount } from "./inspections.js";

const inspection = inspectionOf([["1"], ["2"]], [["3"]]);

it("asks the engine once for a stream at a batch", async () => {
  const inspect = vi.fn(() => ({ type: "inspect" as const, inspection }));
  const inspections = new Inspections(answering({ inspect }));
  const batch = reportOf(3, []);
  expect(inspections.find(0, batch)).toBeUndefined();
  await Promise.all([inspections.fetch(0, batch), inspections.fetch(0, batch)]);
  const selection = { type: "partitions", limit: 100 };
  expect(inspect.mock.calls).toEqual([[{ type: "inspect", stream: 0, batchTimeMs: 3000, selection }]]);
  expect(inspections.find(0, batch)).toBe(inspection);
  expect(inspections.find(0, reportOf(3, []))).toBeUndefined();
});

it("says why there is nothing when the engine was ended", async () => {
  const inspections = new Inspections(answering({}));
  const nothing = await inspections.fetch(0, reportOf(3, []));
  expect(nothing).toMatchObject({ partitions: [], absence: expect.stringContaining("ended") });
});

it("counts records over the partitions, where there is an RDD", () => {
  expect(recordCount(inspection)).toBe(3);
  expect(recordCount({ ...inspection, partitions: [] })).toBeNull();
  expect(recordCount({ ...inspection, absence: "Nothing." })).toBeNull();
  expect(recordCount(undefined)).toBeNull();
});
