import { failureCount, findBatch, type RunRecord, recordsOut } from "./run-record.js";

/** What screen readers are told about the events between two records; empty if there is nothing to tell. */
export function announce(before: RunRecord, after: RunRecord): string {
  const goesOn = isOneRun(before, after);
  const known = goesOn ? (before.batches.at(-1)?.batch ?? 0) : 0;
  const fresh = after.batches.filter(({ batch }) => batch > known);
  const sentences: string[] = [];
  const last = fresh.at(-1);
  if (last) {
    const records = recordsOut(last);
    const failures = fresh.reduce((sum, report) => sum + failureCount(report), 0);
    const what =
      fresh.length === 1 ? `Batch ${last.batch}` : `${fresh.length} batches, the last is batch ${last.batch}`;
    sentences.push(`${what}: ${records} ${records === 1 ? "record" : "records"} out.`);
    if (failures > 0) sentences.push(`${failures} ${failures === 1 ? "output" : "outputs"} failed.`);
  }
  if (after.exitCode !== null && !(goesOn && before.exitCode !== null)) {
    const end = after.batches.at(-1);
    const when = end ? ` after batch ${end.batch}` : "";
    sentences.push(after.failure ? `The program failed${when}: ${after.failure.title}.` : `The program ended${when}.`);
  }
  return sentences.join(" ");
}

/** Whether two records are of the same run: the later one has the very reports of the earlier. */
function isOneRun(before: RunRecord, after: RunRecord): boolean {
  const last = before.batches.at(-1);
  if (!last) return before.exitCode === null || before === after;
  return findBatch(after, last.batch) === last;
}
