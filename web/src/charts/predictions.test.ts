import { describe, expect, it } from "vitest";
import { reportOf } from "../testing/reports.js";
import { arePredictions, toErrors, toPredictions } from "./predictions.js";
import { fittingCharts } from "./shape.js";

describe("predictions", () => {
  const reports = [
    reportOf(1, [
      ["1.0", "0.5"],
      ["2.0", "2.0"],
    ]),
    reportOf(2, []),
    reportOf(3, [["3.0", "1e0"]]),
  ];

  it("are pairs of floats", () => {
    expect(arePredictions([["1.0", "0.5"]])).toBe(true);
    expect(arePredictions([["1", "0.5"]])).toBe(false);
    expect(arePredictions([["'a'", "0.5"]])).toBe(false);
    expect(arePredictions([])).toBe(false);
    expect(fittingCharts(reports, 0)[0]).toBe("predictions");
  });

  it("stand one after the other over the batches", () => {
    expect(toPredictions(reports, 0)).toEqual([
      { batch: 1, actual: 1, predicted: 0.5 },
      { batch: 1, actual: 2, predicted: 2 },
      { batch: 3, actual: 3, predicted: 1 },
    ]);
  });

  it("have a mean squared error a batch", () => {
    expect(toErrors(reports, 0)).toEqual({ batches: [1, 2, 3], errors: [0.125, null, 4], isPartial: false });
  });
});
