import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Ask } from "../../engine/engine-client.js";
import { formatTimeOfDay } from "../../run/clock.js";
import type { RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { paneHead } from "../../styles/pane-head.js";
import { renderSegments, type Segment } from "../segments.js";

type View = "graph" | "batches" | "jobs";

const VIEWS: readonly Segment<View>[] = [
  { id: "graph", name: "Graph" },
  { id: "batches", name: "Batches" },
  { id: "jobs", name: "Jobs" },
];

/** The streams of the run: their graph, the times of their batches, their jobs. */
@customElement("brooklet-stream-pane")
export class StreamPane extends LitElement {
  static override styles = [
    base,
    controls,
    paneHead,
    css`
      .clock {
        flex: 1;
        overflow: hidden;
        text-align: right;
        white-space: nowrap;
        font-size: var(--text-label);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .head .segments {
        flex: none;
      }
      .scroll,
      brooklet-graph-view,
      brooklet-jobs-view {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }
      h3 {
        padding: 0.5rem var(--inset);
        font-size: var(--text-label);
        font-weight: 600;
        color: var(--ink-soft);
        background: var(--surface-low);
        border-block: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  @property({ attribute: false }) selected: number | null = null;
  @property({ attribute: false }) clockMs: number | null = null;
  @property({ attribute: false }) ask!: Ask;
  @state() private view: View = "graph";

  override connectedCallback(): void {
    super.connectedCallback();
    void import("./graph-view.js");
  }

  override render() {
    return html`
      <div class="head">
        <h2 class="said-by-tab">Stream</h2>
        <span class="clock" title="Virtual clock">${this.clockMs === null ? nothing : formatTimeOfDay(this.clockMs)}</span>
        ${renderSegments("View of the stream", VIEWS, this.view, (chosen) => this.choose(chosen))}
      </div>
      ${this.renderView()}
    `;
  }

  private renderView() {
    const { record, selected } = this;
    if (this.view === "graph") {
      return html`<brooklet-graph-view .record=${record} .selected=${selected} .ask=${this.ask}></brooklet-graph-view>`;
    }
    if (this.view === "jobs") {
      return html`<brooklet-jobs-view .record=${record} .selected=${selected}></brooklet-jobs-view>`;
    }
    return html`<div class="scroll">
      <brooklet-stream-metrics .record=${record} .selected=${selected}></brooklet-stream-metrics>
      <h3>Completed batches</h3>
      <brooklet-batch-table .record=${record} .selected=${selected}></brooklet-batch-table>
    </div>`;
  }

  private choose(view: View): void {
    this.view = view;
    if (view === "jobs") void import("./jobs-view.js");
    if (view === "batches") {
      void import("./batch-table.js");
      void import("./stream-metrics.js");
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-stream-pane": StreamPane;
  }
}
