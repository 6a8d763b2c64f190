import { describe, expect, it } from "vitest";
import type { BatchReport, Learned, LearnedNumbers } from "../../generated/index.js";
import { reportOf } from "../../testing/reports.js";
import { type Clusters, type Lesson, type Linear, lessonsOf, toPaths, toWeightLines } from "./lessons.js";

/** Numbers as the engine sends them: a text each, and a value for those that can be drawn. */
const numbers = (...texts: string[]): LearnedNumbers => ({
  texts,
  values: texts.map((text) => (Number.isFinite(Number(text)) ? Number(text) : null)),
});

function taught(batch: number, learned: Learned | null): BatchReport {
  const report = reportOf(batch, []);
  return { ...report, outputs: report.outputs.map((output) => ({ ...output, learned })) };
}

describe("lessonsOf", () => {
  it("has the batches that trained the model, up to the selected one", () => {
    const weights = (weight: string): Learned => ({ kind: "linear", weights: numbers(weight) });
    const reports = [taught(1, weights("0.5")), taught(2, null), taught(3, weights("0.7")), taught(4, weights("0.8"))];
    expect(lessonsOf("linear", reports, 0, 3).map(({ batch }) => batch)).toEqual([1, 3]);
  });
});

describe("toWeightLines", () => {
  it("leaves a gap where a weight is no number", () => {
    const lessons: Lesson<Linear>[] = ["1.5", "-2e+300", "inf", "nan"].map((weight, index) => ({
      batch: index + 1,
      learned: { kind: "linear", weights: numbers(weight) },
    }));
    expect(toWeightLines(lessons).series).toEqual([{ name: "weight 0", values: [1.5, -2e300, null, null] }]);
  });
});

describe("toPaths", () => {
  const lesson = (batch: number, centers: string[][]): Lesson<Clusters> => ({
    batch,
    learned: {
      kind: "clusters",
      centers: centers.map((center) => numbers(...center)),
      weights: centers.map(() => "1.0"),
      points: [],
    },
  });

  it("follows each center", () => {
    const lessons = [
      lesson(1, [
        ["0.0", "1.0"],
        ["5.0", "5.0"],
      ]),
      lesson(2, [
        ["0.5", "1.5"],
        ["nan", "5.0"],
      ]),
    ];
    expect(toPaths(lessons, [0, 1])).toEqual([
      {
        cluster: 0,
        points: [
          { x: 0, y: 1 },
          { x: 0.5, y: 1.5 },
        ],
      },
      { cluster: 1, points: [{ x: 5, y: 5 }] },
    ]);
  });

  it("puts centers of one coordinate on a line", () => {
    expect(toPaths([lesson(1, [["3.0"]])], [0, 1])[0]?.points).toEqual([{ x: 3, y: 0 }]);
  });
});
