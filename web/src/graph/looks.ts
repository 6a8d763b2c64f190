import type { BatchReport, StreamLook } from "../generated/index.js";

/** Asks the engine what a stream held at a batch. */
export type Look = (stream: number, batchTimeMs: number, limit: number) => Promise<StreamLook>;

/** How many records of a partition are brought to the page. */
export const MOST_RECORDS = 100;

/** What streams held at batches, as far as it was asked for; a batch of another run is another batch. */
export class Looks {
  private readonly known = new WeakMap<BatchReport, Map<number, StreamLook>>();
  private readonly asked = new WeakMap<BatchReport, Map<number, Promise<StreamLook>>>();

  constructor(private readonly look: Look) {}

  /** What is known already. */
  find(stream: number, report: BatchReport | undefined): StreamLook | undefined {
    return report && this.known.get(report)?.get(stream);
  }

  /** What is known, or what the engine says. */
  async fetch(stream: number, report: BatchReport): Promise<StreamLook> {
    const asked = entry(this.asked, report);
    const answer = asked.get(stream) ?? this.look(stream, report.batchTimeMs, MOST_RECORDS);
    asked.set(stream, answer);
    const look = await answer;
    entry(this.known, report).set(stream, look);
    return look;
  }
}

/** How many records a stream had at a batch; nothing where it had no RDD. */
export function recordCount(look: StreamLook | undefined): number | null {
  if (!look || look.absence !== null || look.partitions.length === 0) return null;
  return look.partitions.reduce((sum, { total }) => sum + total, 0);
}

function entry<V>(map: WeakMap<BatchReport, Map<number, V>>, report: BatchReport): Map<number, V> {
  const found = map.get(report) ?? new Map<number, V>();
  map.set(report, found);
  return found;
}
