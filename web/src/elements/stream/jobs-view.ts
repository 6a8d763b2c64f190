import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { BatchReport, JobReport, StageReport } from "../../generated/index.js";
import type { GraphNode } from "../../graph/stream-graph.js";
import { endOf, toLanes } from "../../jobs/lanes.js";
import { formatBatchTime, formatCount, formatDuration } from "../../run/clock.js";
import { findBatch, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import type { GraphSelect, StageSelect } from "../events.js";
import "./graph-drawing.js";
import "./stage-tasks.js";
import "./task-timeline.js";

/** A batch's jobs as Spark ran them: tasks on threads, stages and the shuffles between them, partitions. */
@customElement("brooklet-jobs-view")
export class JobsView extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9.25rem, 1fr));
        gap: 0.25rem 0.75rem;
        margin: 0;
        padding: 0.5rem var(--inset);
      }
      dt {
        font-size: var(--text-label);
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      section {
        border-top: 1px solid var(--line);
      }
      h3 {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.375rem;
        padding: 0.5rem var(--inset);
        font-size: var(--text-body);
        font-weight: 600;
      }
      h3 span {
        font-weight: 400;
        color: var(--ink-soft);
      }
      brooklet-task-timeline {
        padding: 0 var(--inset) 0.5rem;
      }
      p {
        padding: var(--inset);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  @property({ attribute: false }) selected: number | null = null;
  /** The stage that was chosen, with its batch. */
  @state() private chosen: number | null = null;

  override render() {
    const shown = findBatch(this.record, this.selected);
    if (!shown) return html`<p>The jobs of a batch stand here once it has run.</p>`;
    const { jobs } = shown;
    const stage = this.findStage(jobs);
    const lanes = toLanes(jobs);
    return html`
      ${renderSummary(shown)}
      ${jobs.length === 0 ? html`<p>This batch ran no jobs.</p>` : nothing}
      ${
        lanes.length > 0
          ? html`<section @stage-select=${({ stage }: StageSelect) => this.choose(stage)}>
              <h3>Tasks <span>${countTasks(jobs)} on ${countOf(lanes.length, "thread")}, ${formatDuration(endOf(lanes))}</span></h3>
              <brooklet-task-timeline .lanes=${lanes} .stage=${stage?.id ?? null}></brooklet-task-timeline>
            </section>`
          : nothing
      }
      ${jobs.map((job) => this.renderJob(job, stage))}
    `;
  }

  private renderJob({ id, output, stages }: JobReport, stage: StageReport | undefined) {
    const info = this.record.outputs.find((candidate) => candidate.id === output);
    const skipped = stages.filter(({ isSkipped }) => isSkipped).length;
    const written = stages.filter(({ isSkipped }) => !isSkipped);
    const shuffled = new Map(written.map((stage) => [stage.id, stage.shuffleWriteRecords]));
    return html`<section @graph-select=${({ part }: GraphSelect) => this.choose(part.from ?? part.node)}>
      <h3>
        Job ${id}
        <span>${info?.label ?? "while the batch was generated"}, ${countOf(stages.length, "stage")}${skipped > 0 ? `, ${skipped} skipped` : ""}</span>
      </h3>
      <brooklet-graph-drawing
        .nodes=${toStageGraph(stages)}
        .counts=${shuffled}
        .chosen=${stage && stages.includes(stage) ? { node: stage.id, from: null } : null}
      ></brooklet-graph-drawing>
      ${stage && stages.includes(stage) ? html`<brooklet-stage-tasks .stage=${stage}></brooklet-stage-tasks>` : nothing}
    </section>`;
  }

  /** The chosen stage. A batch that does not have it shows the last stage of its first job. */
  private findStage(jobs: readonly JobReport[]): StageReport | undefined {
    const stages = jobs.flatMap((job) => job.stages);
    return stages.find(({ id }) => id === this.chosen) ?? jobs[0]?.stages.at(-1);
  }

  private choose(stage: number): void {
    this.chosen = stage;
  }
}

function renderSummary(report: BatchReport) {
  const { batchTimeMs, inputRecords, schedulingDelayMs, processingTimeMs } = report;
  const facts = [
    ["Batch time", formatBatchTime(batchTimeMs)],
    ["Input records", formatCount(inputRecords)],
    ["Scheduling delay", formatDuration(schedulingDelayMs)],
    ["Processing time", formatDuration(processingTimeMs)],
    ["Total delay", formatDuration(schedulingDelayMs + processingTimeMs)],
  ];
  return html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function toStageGraph(stages: readonly StageReport[]): GraphNode[] {
  return stages.map(({ id, name, parents, isSkipped, tasks }) => ({
    id,
    role: "operator",
    operator: `Stage ${id}: ${name}`,
    detail: isSkipped ? "" : countOf(tasks.length, "task"),
    stream: id,
    parents,
    place: null,
    marks: isSkipped ? ["skipped"] : [],
  }));
}

function countTasks(jobs: readonly JobReport[]): number {
  return jobs.flatMap(({ stages }) => stages).reduce((sum, { tasks }) => sum + tasks.length, 0);
}

function countOf(count: number, thing: string): string {
  return `${formatCount(count)} ${thing}${count === 1 ? "" : "s"}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-jobs-view": JobsView;
  }
}
