import type { TemplateResult } from "lit";
import type { BatchReport, OutputInfo } from "../generated/index.js";
import type { Inspections } from "../graph/inspections.js";
import type { RecordSource } from "../records/record-source.js";
import type { RunRecord } from "../run/run-record.js";
import type { RecordShape } from "./record-shape.js";

/** An output of a run: what decides which charts it can have. */
export interface ChartSubject {
  info: OutputInfo;
  record: RunRecord;
  /** What its records look like, in all batches. */
  shape: RecordShape;
}

/** An output at a batch: what a chart is drawn from. */
export interface ChartData extends ChartSubject {
  /** The report of the selected batch. */
  shown: BatchReport | undefined;
  /** The output's records in the selected batch. */
  source: RecordSource | null;
  /** Answers what other streams held. */
  inspections: Inspections;
}

/** A way to draw an output. `registry.ts` lists them all. */
export interface Chart {
  /** Its name in code. */
  kind: string;
  /** Its name on the page. */
  name: string;
  fits(subject: ChartSubject): boolean;
  /** Draws it. An element that is needed for it is loaded here, not before. */
  draw(data: ChartData): TemplateResult;
}
