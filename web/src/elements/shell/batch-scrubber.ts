import { css, html, LitElement, svg } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { toBuckets } from "../../charts/buckets.js";
import type { BatchReport } from "../../generated/index.js";
import { formatBatchTime, formatCount, formatTimeOfDay } from "../../run/clock.js";
import { failureCount, findBatch, type RunRecord, recordsOut } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { BatchSelect } from "../events.js";
import { latestIcon } from "../icons.js";

const MOST_BARS = 160;
const HEIGHT = 28;

/** The fewest columns that the strip has, so that the bars of a few batches are not wide. */
const FEWEST_COLUMNS = 16;

/** All batches of the run as bars of the records they put out: a slider selects one. */
@customElement("brooklet-batch-scrubber")
export class BatchScrubber extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--gap);
        min-width: 0;
      }
      .strip {
        flex: 1;
        min-width: 0;
        height: var(--control-height);
        border-radius: var(--radius);
        background: var(--surface-low);
        border: 1px solid var(--line);
        overflow: hidden;
        cursor: pointer;
        touch-action: none;
      }
      .strip.empty {
        cursor: default;
      }
      .strip svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      .bar {
        fill: color-mix(in srgb, var(--accent) 42%, transparent);
      }
      .failed .bar {
        fill: var(--problem);
      }
      .column {
        fill: transparent;
      }
      .chosen .column {
        fill: var(--accent-soft);
      }
      .chosen .bar {
        fill: var(--accent);
      }
      .chosen.failed .column {
        fill: var(--problem-soft);
      }
      .chosen.failed .bar {
        fill: var(--problem);
      }
      .changed {
        fill: var(--caution);
      }
      output {
        min-width: 9.5rem;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      output small {
        display: block;
        font-size: var(--text-small);
        color: var(--ink-soft);
      }
      button[aria-pressed="true"] {
        color: var(--accent);
        background: var(--accent-soft);
      }
      @media (max-width: 699px) {
        output {
          min-width: 5.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  /** Numbers of the batches that the last edit changed. */
  @property({ attribute: false }) changed: ReadonlySet<number> = new Set();
  /** The selected batch; null follows the latest. */
  @property({ attribute: false }) selected: number | null = null;
  @query(".strip") private strip!: HTMLElement;

  override render() {
    const { batches } = this.record;
    const shown = findBatch(this.record, this.selected);
    const label = shown ? `Batch ${shown.batch} of ${batches.at(-1)?.batch}` : "No batches yet";
    return html`
      <div
        class="strip ${shown ? "" : "empty"}"
        role="slider"
        tabindex="0"
        aria-label="Batch"
        aria-valuemin=${batches[0]?.batch ?? 0}
        aria-valuemax=${batches.at(-1)?.batch ?? 0}
        aria-valuenow=${shown?.batch ?? 0}
        aria-valuetext=${shown ? describeBatch(shown, this.changed.has(shown.batch)) : label}
        aria-disabled=${!shown}
        @keydown=${this.takeKey}
        @pointerdown=${this.startDrag}
        @pointermove=${this.drag}
      >
        ${this.renderBars(shown)}
      </div>
      <button
        class="icon-only"
        aria-label="Follow the latest batch"
        title="Follow the latest batch"
        aria-pressed=${this.selected === null}
        @click=${() => this.select(null)}
      >
        ${latestIcon}
      </button>
      <output>${label}<small>${shown ? formatTimeOfDay(shown.batchTimeMs) : "Run the program"}</small></output>
    `;
  }

  private renderBars(shown: BatchReport | undefined) {
    const buckets = toBuckets(this.record.batches, MOST_BARS, recordsOut);
    const greatest = buckets.reduce((most, { value }) => Math.max(most, value), 1);
    const width = Math.max(buckets.length, FEWEST_COLUMNS);
    return svg`<svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${buckets.map(({ first, last, value, failed }, index) => {
        const height = 3 + (value / greatest) * (HEIGHT - 8);
        const isChosen = shown !== undefined && first <= shown.batch && shown.batch <= last;
        return svg`<g class="${isChosen ? "chosen" : ""} ${failed ? "failed" : ""}">
          <rect class="column" x=${index} y="0" width="1" height=${HEIGHT} />
          ${this.isChanged(first, last) ? svg`<rect class="changed" x=${index + 0.14} y="0" width="0.72" height="3" />` : ""}
          <rect class="bar" x=${index + 0.14} y=${HEIGHT - height} width="0.72" height=${height} />
        </g>`;
      })}
    </svg>`;
  }

  private isChanged(first: number, last: number): boolean {
    for (let batch = first; batch <= last; batch++) if (this.changed.has(batch)) return true;
    return false;
  }

  private takeKey(event: KeyboardEvent): void {
    const { batches } = this.record;
    const shown = findBatch(this.record, this.selected);
    const [first, last] = [batches[0]?.batch, batches.at(-1)?.batch];
    if (!shown || first === undefined || last === undefined) return;
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -10,
      PageUp: 10,
      Home: first - shown.batch,
      End: last - shown.batch,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.select(Math.min(last, Math.max(first, shown.batch + step)));
  }

  private startDrag(event: PointerEvent): void {
    this.strip.setPointerCapture(event.pointerId);
    this.selectAt(event.clientX);
  }

  private drag(event: PointerEvent): void {
    if (this.strip.hasPointerCapture(event.pointerId)) this.selectAt(event.clientX);
  }

  private selectAt(clientX: number): void {
    const { batches } = this.record;
    if (batches.length === 0) return;
    const size = Math.max(1, Math.ceil(batches.length / MOST_BARS));
    const bars = Math.ceil(batches.length / size);
    const { left, width } = this.strip.getBoundingClientRect();
    const position = ((clientX - left) / width) * Math.max(bars, FEWEST_COLUMNS) * size;
    const index = Math.min(batches.length - 1, Math.max(0, Math.floor(position)));
    this.select(batches[index]?.batch ?? null);
  }

  private select(batch: number | null): void {
    this.dispatchEvent(new BatchSelect(batch));
  }
}

function describeBatch(report: BatchReport, isChanged: boolean): string {
  const failures = failureCount(report);
  const failed = failures === 0 ? "" : `, ${failures} failed`;
  return `Batch ${report.batch}, ${formatBatchTime(report.batchTimeMs)}, ${formatCount(recordsOut(report))} records out${failed}${isChanged ? ", changed by the edit" : ""}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-batch-scrubber": BatchScrubber;
  }
}
