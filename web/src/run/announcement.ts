import { failureCount, type RunRecord, recordsOut } from "./run-record.js";

/** What to say aloud about what happened between two moments of a run; nothing if there is nothing to say. */
export function announce(before: RunRecord, after: RunRecord): string {
  const known = before.programText === after.programText ? (before.batches.at(-1)?.batch ?? 0) : 0;
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
  if (after.exitCode !== null && before.exitCode === null) {
    sentences.push(after.failure ? `The program failed: ${after.failure.title}.` : "The program ended.");
  }
  return sentences.join(" ");
}
