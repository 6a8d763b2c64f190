import type { Diagnostic, Failure } from "../generated/index.js";
import type { RunRecord } from "./run-record.js";

/** Where a run failed, as marks for the editor; each place once. */
export function failureMarks(record: RunRecord): Diagnostic[] {
  const failures: (Failure | null)[] = [
    record.failure,
    ...record.batches.flatMap((report) => [report.failure, ...report.outputs.map(({ failure }) => failure)]),
  ];
  const marks = new Map<string, Diagnostic>();
  for (const failure of failures) {
    if (!failure?.place) continue;
    const { title, message, mend, place, fix } = failure;
    const key = `${place.line}:${place.column} ${title}`;
    if (!marks.has(key)) marks.set(key, { severity: "error", message: `${title}: ${message}`, hint: mend, place, fix });
  }
  return [...marks.values()];
}
