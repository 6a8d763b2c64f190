import type { BatchReport, Learned } from "../../generated/index.js";
import { findOutput } from "../../run/run-record.js";
import type { PlotData } from "./plot.js";

/** What a model knew after a batch. */
export interface Lesson<Kind extends Learned = Learned> {
  batch: number;
  learned: Kind;
}

export type Linear = Extract<Learned, { kind: "linear" }>;
export type Clusters = Extract<Learned, { kind: "clusters" }>;

/** A center's way through the plane. */
export interface Path {
  cluster: number;
  points: { x: number; y: number }[];
}

/** What the model that an output trains knew after each batch that trained it, up to a batch. */
export function lessonsOf<Name extends Learned["kind"]>(
  kind: Name,
  reports: readonly BatchReport[],
  output: number,
  upTo: number,
): Lesson<Extract<Learned, { kind: Name }>>[] {
  const isOfKind = (learned: Learned): learned is Extract<Learned, { kind: Name }> => learned.kind === kind;
  return reports.flatMap((report) => {
    const learned = report.batch <= upTo ? findOutput(report, output)?.learned : null;
    return learned && isOfKind(learned) ? [{ batch: report.batch, learned }] : [];
  });
}

/** The weights of a linear model as lines over the batches. */
export function toWeightLines(lessons: readonly Lesson<Linear>[]): PlotData {
  const count = lessons.reduce((most, { learned }) => Math.max(most, learned.weights.values.length), 0);
  return {
    xs: lessons.map(({ batch }) => batch),
    series: Array.from({ length: count }, (_, index) => ({
      name: `weight ${index}`,
      values: lessons.map(({ learned }) => learned.weights.values[index] ?? null),
    })),
    drawing: "lines",
    hasWholeXs: true,
  };
}

/** The way that each center took, in the plane of two coordinates. */
export function toPaths(lessons: readonly Lesson<Clusters>[], [x, y]: readonly [number, number]): Path[] {
  const count = lessons.at(-1)?.learned.centers.length ?? 0;
  return Array.from({ length: count }, (_, cluster) => ({
    cluster,
    points: lessons.flatMap(({ learned }) => {
      const center = learned.centers[cluster]?.values ?? [];
      const [left, top] = [center[x] ?? null, y < center.length ? (center[y] ?? null) : 0];
      return left === null || top === null ? [] : [{ x: left, y: top }];
    }),
  }));
}
