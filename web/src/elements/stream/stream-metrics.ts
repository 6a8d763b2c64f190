import { css, html, LitElement, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { toBuckets, toHistogram } from "../../charts/buckets.js";
import type { BatchReport } from "../../generated/index.js";
import { formatCount, formatDuration } from "../../run/clock.js";
import { findBatch, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { BatchSelect } from "../events.js";

interface Metric {
  name: string;
  about: string;
  measure(report: BatchReport): number;
  format(value: number): string;
}

/** Spark's own measures of a streaming application, in Spark's words. */
const METRICS: readonly Metric[] = [
  {
    name: "Input records",
    about: "Records that the batch read from its inputs",
    measure: ({ inputRecords }) => inputRecords,
    format: formatCount,
  },
  {
    name: "Scheduling delay",
    about: "How long the batch waited for those before it",
    measure: ({ schedulingDelayMs }) => schedulingDelayMs,
    format: formatDuration,
  },
  {
    name: "Processing time",
    about: "How long the batch's jobs ran",
    measure: ({ processingTimeMs }) => processingTimeMs,
    format: formatDuration,
  },
  {
    name: "Total delay",
    about: "Scheduling delay and processing time together",
    measure: ({ schedulingDelayMs, processingTimeMs }) => schedulingDelayMs + processingTimeMs,
    format: formatDuration,
  },
];

const MOST_BARS = 60;
const RANGES = 8;

/** Timeline and histogram of each of Spark's streaming measures. */
@customElement("brooklet-stream-metrics")
export class StreamMetrics extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
      }
      .metric {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 3.5rem;
        column-gap: var(--gap);
        padding: 0.5rem var(--inset);
      }
      .metric + .metric {
        border-top: 1px solid var(--line);
      }
      .head {
        grid-column: 1 / -1;
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: var(--gap);
      }
      h3 {
        font-size: var(--text-label);
        font-weight: 500;
        color: var(--ink-soft);
      }
      strong {
        font-size: var(--text-title);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      svg {
        display: block;
        width: 100%;
        height: 2.25rem;
        border-bottom: 1px solid var(--line);
      }
      .timeline {
        cursor: pointer;
      }
      .bar {
        fill: color-mix(in srgb, var(--accent) 38%, transparent);
      }
      .bar.chosen {
        fill: var(--accent);
      }
      .range {
        fill: color-mix(in srgb, var(--ink-faint) 45%, transparent);
      }
      .scale {
        grid-column: 1 / -1;
        display: grid;
        grid-template-columns: minmax(0, 1fr) 3.5rem;
        column-gap: var(--gap);
        font-size: var(--text-small);
        color: var(--ink-faint);
        font-variant-numeric: tabular-nums;
      }
      .scale span {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  @property({ attribute: false }) selected: number | null = null;

  override render() {
    const shown = findBatch(this.record, this.selected);
    return METRICS.map((metric) => this.renderMetric(metric, shown));
  }

  private renderMetric(metric: Metric, shown: BatchReport | undefined) {
    const { batches } = this.record;
    const buckets = toBuckets(batches, MOST_BARS, metric.measure);
    const greatest = buckets.reduce((most, { value }) => Math.max(most, value), 0);
    const width = Math.max(buckets.length, 12);
    const value = shown ? metric.format(metric.measure(shown)) : "–";
    return html`<section class="metric" title=${metric.about}>
      <div class="head"><h3>${metric.name}</h3><strong>${value}</strong></div>
      <svg
        class="timeline"
        viewBox="0 0 ${width} 36"
        preserveAspectRatio="none"
        aria-hidden="true"
        @click=${(event: MouseEvent) => this.selectAt(event, width)}
      >
        ${buckets.map(({ first, last, value }, index) => {
          const height = greatest === 0 ? 0 : Math.max(1, (value / greatest) * 33);
          const isChosen = shown !== undefined && first <= shown.batch && shown.batch <= last;
          return svg`<rect class="bar ${isChosen ? "chosen" : ""}"
            x=${index + 0.1} y=${36 - height} width="0.8" height=${height} />`;
        })}
      </svg>
      ${renderHistogram(batches.map(metric.measure))}
      <div class="scale"><span>${greatest > 0 ? `up to ${metric.format(greatest)}` : "\u00a0"}</span><span>spread</span></div>
    </section>`;
  }

  private selectAt(event: MouseEvent, width: number): void {
    const { batches } = this.record;
    const size = Math.max(1, Math.ceil(batches.length / MOST_BARS));
    const frame = (event.currentTarget as Element).getBoundingClientRect();
    const index = Math.floor(((event.clientX - frame.left) / frame.width) * width) * size;
    const report = batches[index];
    if (report) this.dispatchEvent(new BatchSelect(report.batch));
  }
}

/** A histogram. The greatest values are at the top. */
function renderHistogram(values: readonly number[]) {
  const counts = toHistogram(values, RANGES);
  const most = Math.max(1, ...counts);
  return html`<svg viewBox="0 0 40 36" preserveAspectRatio="none" aria-hidden="true">
    ${counts.map((count, index) => {
      const height = 36 / RANGES;
      const width = count === 0 ? 0 : Math.max(1, (count / most) * 40);
      return svg`<rect class="range" x="0" y=${36 - (index + 1) * height + 0.5} width=${width} height=${height - 1} />`;
    })}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-stream-metrics": StreamMetrics;
  }
}
