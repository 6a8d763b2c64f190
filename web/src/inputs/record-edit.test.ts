import { describe, expect, it } from "vitest";
import type { InputBatch, InputBatches, Place } from "../generated/index.js";
import { recordEdit } from "./record-edit.js";

const place: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const batch = (records: string[], fixed: string | null = null): InputBatch => ({ records, fixed, place });
const input: InputBatches = {
  call: 3,
  variable: null,
  place,
  fixed: null,
  batches: [batch(["1", "2"]), batch(["3"]), batch([], "It is computed.")],
};

describe("recordEdit", () => {
  it("writes, inserts behind and removes", () => {
    expect(recordEdit(input, "write", ["9"], { batch: 0, record: 1 })?.edit).toEqual({
      type: "setRecord",
      call: 3,
      batch: 0,
      record: 1,
      text: "9",
    });
    expect(recordEdit(input, "insert", ["8", "9"], { batch: 0, record: 0 })?.edit).toMatchObject({
      type: "addRecords",
      record: 1,
      texts: ["8", "9"],
    });
    expect(recordEdit(input, "remove", [], { batch: 1, record: 0 })?.edit).toMatchObject({ type: "removeRecord" });
  });

  it("moves along a batch, and to the end of another one", () => {
    expect(recordEdit(input, "later", [], { batch: 0, record: 0 })?.focus).toEqual({ batch: 0, record: 1 });
    expect(recordEdit(input, "below", [], { batch: 0, record: 0 })?.focus).toEqual({ batch: 1, record: 1 });
  });

  it("does nothing where there is no place", () => {
    expect(recordEdit(input, "earlier", [], { batch: 0, record: 0 })).toBeNull();
    expect(recordEdit(input, "later", [], { batch: 0, record: 1 })).toBeNull();
    expect(recordEdit(input, "above", [], { batch: 0, record: 0 })).toBeNull();
    expect(recordEdit(input, "below", [], { batch: 1, record: 0 })).toBeNull();
  });
});
