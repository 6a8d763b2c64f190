import { describe, expect, it } from "vitest";
import { FAILURE, reportOf } from "../testing/reports.js";
import { announce } from "./announcement.js";
import { failureMarks } from "./failure-marks.js";
import { emptyRecord, failureCount, findBatch, MOST_BATCHES, recordEvents } from "./run-record.js";

const batch = (number: number) => ({ type: "batch" as const, report: reportOf(number, [["1"]]) });
const text = (text: string, stream: "stdout" | "stderr" = "stdout") =>
  ({ type: "text", text, stream, batchTimeMs: null, output: null }) as const;

describe("recordEvents", () => {
  it("leaves the record before as it was", () => {
    const before = emptyRecord("x");
    recordEvents(before, [batch(1), text("a")]);
    expect(before).toEqual(emptyRecord("x"));
  });

  it("gathers printed text by stream, in order", () => {
    const { printed } = recordEvents(emptyRecord(""), [text("a"), text("b"), text("!", "stderr"), text("c")]);
    expect(printed).toEqual([
      { stream: "stdout", text: "ab" },
      { stream: "stderr", text: "!" },
      { stream: "stdout", text: "c" },
    ]);
  });

  it("gathers advice", () => {
    const advice = { severity: "hint" as const, message: "Keys stay.", hint: "Drop them.", place: null, fix: null };
    const record = recordEvents(emptyRecord(""), [{ type: "advice", advice }]);
    expect(recordEvents(record, [{ type: "advice", advice }]).advice).toEqual([advice, advice]);
  });

  it("notes which outputs train a model, also when those batches are gone", () => {
    const report = reportOf(1, []);
    const learned = { kind: "linear" as const, weights: { texts: ["1.0"], values: [1] } };
    const outputs = report.outputs.map((output) => ({ ...output, learned }));
    const first = recordEvents(emptyRecord(""), [{ type: "batch", report: { ...report, outputs } }]);
    expect([...first.learners]).toEqual([[0, "linear"]]);
    expect(recordEvents(first, [batch(2)]).learners).toBe(first.learners);
  });

  it("lets the oldest batches of a long run go", () => {
    const events = Array.from({ length: MOST_BATCHES + 5 }, (_, index) => batch(index + 1));
    const record = recordEvents(emptyRecord(""), events);
    expect(record.batches).toHaveLength(MOST_BATCHES);
    expect(findBatch(record, MOST_BATCHES)?.batch).toBe(MOST_BATCHES);
    expect(findBatch(record, 1)?.batch).toBe(MOST_BATCHES + 5);
  });

  it("finds the latest batch when none is chosen", () => {
    const record = recordEvents(emptyRecord(""), [batch(1), batch(2)]);
    expect(findBatch(record, null)?.batch).toBe(2);
    expect(findBatch(record, 1)?.batch).toBe(1);
    expect(findBatch(emptyRecord(""), 1)).toBeUndefined();
  });
});

it("counts a batch's own failure and those of its outputs", () => {
  expect(failureCount(reportOf(1, []))).toBe(0);
  expect(failureCount({ ...reportOf(1, [], FAILURE), failure: FAILURE })).toBe(2);
});

it("marks a place that failed in many batches once", () => {
  const events = [1, 2, 3].map((number) => ({ type: "batch" as const, report: reportOf(number, [], FAILURE) }));
  expect(failureMarks(recordEvents(emptyRecord(""), events))).toEqual([
    { severity: "error", message: "ZeroDivisionError: division by zero", hint: null, place: FAILURE.place, fix: null },
  ]);
});

describe("announce", () => {
  const before = emptyRecord("x");

  it("tells of one batch, and of many at once", () => {
    const one = recordEvents(before, [batch(1)]);
    expect(announce(before, one)).toBe("Batch 1: 1 record out.");
    const three = recordEvents(one, [batch(2), batch(3)]);
    expect(announce(one, three)).toBe("2 batches, the last is batch 3: 1 record out.");
  });

  it("tells of the end and of failures", () => {
    const failed = recordEvents(before, [
      { type: "batch", report: reportOf(1, [], FAILURE) },
      { type: "ended", exitCode: 1, failure: FAILURE, advice: null },
    ]);
    expect(announce(before, failed)).toBe(
      "Batch 1: 0 records out. 1 output failed. The program failed after batch 1: ZeroDivisionError.",
    );
  });

  it("tells of a program that ran again, also of one without batches", () => {
    const run = () => recordEvents(before, [batch(1), { type: "ended", exitCode: 0, failure: null, advice: null }]);
    expect(announce(run(), run())).toBe("Batch 1: 1 record out. The program ended after batch 1.");
    const empty = () => recordEvents(before, [{ type: "ended", exitCode: 0, failure: null, advice: null }]);
    expect(announce(empty(), empty())).toBe("The program ended.");
  });

  it("says nothing when nothing happened", () => {
    expect(announce(before, before)).toBe("");
  });
});
