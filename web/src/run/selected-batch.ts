import type { RunState } from "../generated/index.js";
import type { RunRecord } from "./run-record.js";

/** The batch that the page shows, in all of its views. */
export class SelectedBatch {
  /** Its number; null follows the latest. */
  batch: number | null = null;

  /** Shows a batch. The latest one of a program that runs is followed. */
  select(batch: number | null, { record, state }: { record: RunRecord; state: RunState | "idle" }): void {
    this.batch = batch === record.batches.at(-1)?.batch && state === "running" ? null : batch;
  }

  /** Follows the latest batch. */
  follow(): void {
    this.batch = null;
  }
}
