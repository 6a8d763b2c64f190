import type { Ask } from "../engine/engine-client.js";
import type { BatchReport, StreamInspection } from "../generated/index.js";

/** How many records of a partition are brought to the page. */
export const MOST_RECORDS = 100;

/** The records of streams at batches that were asked for, kept by batch report: another run has other reports. */
export class Inspections {
  private readonly known = new WeakMap<BatchReport, Map<number, StreamInspection>>();
  private readonly asked = new WeakMap<BatchReport, Map<number, Promise<StreamInspection>>>();

  constructor(private readonly ask: Ask) {}

  /** The inspection, if it was fetched before. */
  find(stream: number, report: BatchReport | undefined): StreamInspection | undefined {
    return report && this.known.get(report)?.get(stream);
  }

  /** The inspection; the engine is asked for it once. */
  async fetch(stream: number, report: BatchReport): Promise<StreamInspection> {
    const asked = entry(this.asked, report);
    const answer = asked.get(stream) ?? this.inspect(stream, report);
    asked.set(stream, answer);
    const inspection = await answer;
    entry(this.known, report).set(stream, inspection);
    return inspection;
  }

  private async inspect(stream: number, { batchTimeMs }: BatchReport): Promise<StreamInspection> {
    const selection = { type: "partitions", limit: MOST_RECORDS } as const;
    const answer = await this.ask({ type: "inspect", stream, batchTimeMs, selection });
    return answer?.inspection ?? NOTHING;
  }
}

const NOTHING: StreamInspection = {
  records: { columns: [], total: 0, more: false },
  partitions: [],
  window: null,
  stateChanges: null,
  absence: "The engine was ended before it could answer.",
};

/** How many records a stream had at a batch; nothing where it had no RDD. */
export function recordCount(inspection: StreamInspection | undefined): number | null {
  if (!inspection || inspection.absence !== null || inspection.partitions.length === 0) return null;
  return inspection.records.total;
}

function entry<V>(map: WeakMap<BatchReport, Map<number, V>>, report: BatchReport): Map<number, V> {
  const found = map.get(report) ?? new Map<number, V>();
  map.set(report, found);
  return found;
}
