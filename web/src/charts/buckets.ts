import type { BatchReport } from "../generated/index.js";
import { failureCount } from "../run/run-record.js";

/** Some batches that stand side by side, drawn as one bar. */
export interface Bucket {
  /** The first and the last batch's number. */
  first: number;
  last: number;
  /** The greatest value among them. */
  value: number;
  failed: boolean;
}

/** Batches in at most `most` buckets of the same number of batches. */
export function toBuckets(
  batches: readonly BatchReport[],
  most: number,
  measure: (report: BatchReport) => number,
): Bucket[] {
  const size = Math.max(1, Math.ceil(batches.length / most));
  const buckets: Bucket[] = [];
  for (let start = 0; start < batches.length; start += size) {
    const members = batches.slice(start, start + size);
    const [first, last] = [members[0], members.at(-1)];
    if (!first || !last) break;
    buckets.push({
      first: first.batch,
      last: last.batch,
      value: members.reduce((greatest, report) => Math.max(greatest, measure(report)), 0),
      failed: members.some((report) => failureCount(report) > 0),
    });
  }
  return buckets;
}

/** How many values lie in each of `count` equal ranges from 0 to the greatest. */
export function toHistogram(values: readonly number[], count: number): number[] {
  const greatest = values.reduce((most, value) => Math.max(most, value), 0);
  const counts = new Array<number>(count).fill(0);
  for (const value of values) {
    const index = greatest === 0 ? 0 : Math.min(count - 1, Math.floor((value / greatest) * count));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
