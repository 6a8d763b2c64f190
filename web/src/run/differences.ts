import type { BatchReport } from "../generated/index.js";
import { findOutput, type RunRecord } from "./run-record.js";

/** The numbers of the batches whose results differ from those of the run before, if there was one. */
export function changedBatches(record: RunRecord, before: RunRecord | null): ReadonlySet<number> {
  const changed = new Set<number>();
  const earlier = before?.batches ?? [];
  if (earlier.length === 0) return changed;
  const reports = new Map(earlier.map((report) => [report.batch, report]));
  for (const report of record.batches) {
    if (!sameOutcome(report, reports.get(report.batch))) changed.add(report.batch);
  }
  return changed;
}

/** For each line of a text, whether the text before had no such line. */
export function changedLines(text: string, before: string): boolean[] {
  const known = new Map<string, number>();
  for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
  return text.split("\n").map((line) => {
    const count = known.get(line) ?? 0;
    known.set(line, count - 1);
    return count <= 0;
  });
}

function sameOutcome(one: BatchReport, other: BatchReport | undefined): boolean {
  if (!other || one.outputs.length !== other.outputs.length) return false;
  return one.outputs.every((output) => {
    const twin = findOutput(other, output.output);
    return twin?.text === output.text && twin.failure?.message === output.failure?.message;
  });
}
