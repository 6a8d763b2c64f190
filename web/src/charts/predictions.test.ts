import { describe, expect, it } from "vitest";
import type { OutputInfo, StreamInfo } from "../generated/index.js";
import { emptyRecord } from "../run/run-record.js";
import { inspectionOf } from "../testing/reports.js";
import { type PredictedBatch, predictionStream } from "./drawing/prediction-pairs.js";
import { toErrors } from "./errors.js";
import { toPredictions } from "./predictions.js";

function predicted(batch: number, ...partitions: string[][][]): PredictedBatch {
  return { batch, inspection: inspectionOf(...partitions) };
}

function stream(id: number, operator: string, ...parents: number[]): StreamInfo {
  return { id, operator, place: null, parents, slideMs: 1000, windowMs: null, isStateful: false, feeds: [] };
}

function output(id: number, of: number): OutputInfo {
  return { id, stream: of, operator: "pprint", label: "", place: null };
}

describe("predictions", () => {
  const batches = [
    predicted(1, [["1.0", "0.5"]], [["2.0", "2.0"]]),
    predicted(2),
    predicted(3, [
      ["3.0", "1e0"],
      ["'a'", "1.0"],
    ]),
  ];

  it("stand one after the other over the batches", () => {
    expect(toPredictions(batches)).toEqual([
      { batch: 1, actual: 1, predicted: 0.5 },
      { batch: 1, actual: 2, predicted: 2 },
      { batch: 3, actual: 3, predicted: 1 },
    ]);
  });

  it("have a mean squared error a batch", () => {
    expect(toErrors(batches)).toEqual({ batches: [1, 2, 3], errors: [0.125, null, 4], isPartial: false });
    const part = predicted(1, [["1.0", "2.0"]]);
    part.inspection.records.more = true;
    expect(toErrors([part]).isPartial).toBe(true);
  });
});

describe("the stream of predictions", () => {
  const streams = [
    stream(0, "queueStream"),
    stream(1, "queueStream"),
    stream(2, "predictOnValues", 1),
    stream(3, "map", 2),
    stream(4, "reduce", 3),
  ];
  const record = { ...emptyRecord("x"), streams, learners: new Map([[0, "linear" as const]]) };

  it("is the nearest one that an output is made of", () => {
    expect(predictionStream(record, output(1, 4))).toBe(2);
    expect(predictionStream(record, output(1, 2))).toBe(2);
    expect(predictionStream(record, output(1, 1))).toBeNull();
  });

  it("is the first one for the output that trains the only model", () => {
    expect(predictionStream(record, output(0, 0))).toBe(2);
    const learners = new Map([...record.learners, [1, "linear" as const]]);
    expect(predictionStream({ ...record, learners }, output(0, 0))).toBeNull();
  });

  it("is none where clusters are learned, which are no numbers", () => {
    const learners = new Map([[0, "clusters" as const]]);
    expect(predictionStream({ ...record, learners }, output(0, 0))).toBeNull();
    expect(predictionStream({ ...record, learners }, output(1, 4))).toBeNull();
  });
});
