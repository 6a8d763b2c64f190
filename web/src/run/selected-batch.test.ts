import { expect, it } from "vitest";
import { reportOf } from "../testing/reports.js";
import { emptyRecord } from "./run-record.js";
import { SelectedBatch } from "./selected-batch.js";

const record = { ...emptyRecord("x"), batches: [1, 2].map((batch) => reportOf(batch, [])) };

it("shows the batch that was selected", () => {
  const selection = new SelectedBatch();
  selection.select(1, { record, state: "running" });
  expect(selection.batch).toBe(1);
  selection.follow();
  expect(selection.batch).toBeNull();
});

it("follows the latest batch while the program runs, and stays at it afterwards", () => {
  const selection = new SelectedBatch();
  selection.select(2, { record, state: "running" });
  expect(selection.batch).toBeNull();
  selection.select(2, { record, state: "ended" });
  expect(selection.batch).toBe(2);
});
