import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Chart } from "../../charts/chart.js";
import { shapeOf } from "../../charts/record-shape.js";
import { fittingCharts } from "../../charts/registry.js";
import type { Ask } from "../../engine/engine-client.js";
import type { OutputInfo } from "../../generated/index.js";
import type { Inspections } from "../../graph/inspections.js";
import { RecordSource } from "../../records/record-source.js";
import { formatCount } from "../../run/clock.js";
import { findBatch, findOutput, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { BatchSelect, PlaceRequest } from "../events.js";
import { renderSegments, type Segment } from "../segments.js";
import { renderFailure } from "./render-failure.js";
import "./output-text.js";

type View = "text" | "table" | "chart";

const VIEWS: readonly Segment<View>[] = [
  { id: "text", name: "Text" },
  { id: "table", name: "Table" },
  { id: "chart", name: "Chart" },
];

/** How an output is shown. */
export interface OutputChoice {
  view: View;
  /** The kind of chart that was chosen. Null: the first that fits the records. */
  chart: string | null;
}

/** One output of the program: its text, its records, its chart. */
@customElement("brooklet-output-view")
export class OutputView extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 15rem;
        min-width: 0;
        background: var(--surface);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem var(--gap);
        padding: 0.375rem var(--inset);
        border-bottom: 1px solid var(--line);
      }
      h3 {
        font-size: var(--text-body);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .count {
        flex: 1;
        color: var(--ink-soft);
        font-size: var(--text-label);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      select {
        margin-left: auto;
        font-size: var(--text-label);
      }
      .body {
        flex: 1 1 0;
        min-height: 0;
        display: grid;
      }
      .empty {
        padding: var(--inset);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) info!: OutputInfo;
  @property({ attribute: false }) record!: RunRecord;
  /** What the program gave before its last edit. */
  @property({ attribute: false }) earlier: RunRecord | null = null;
  @property({ attribute: false }) selected: number | null = null;
  @property({ attribute: false }) ask!: Ask;
  @property({ attribute: false }) inspections!: Inspections;
  /** Kept outside of this element, which is gone for a moment when the program starts again. */
  @property({ attribute: false }) choice: OutputChoice = { view: "text", chart: null };
  private source: RecordSource | null = null;

  /** The view that is shown. A model has only a chart. */
  private get shownView(): View {
    return this.record.learners.has(this.info.id) ? "chart" : this.choice.view;
  }

  override willUpdate(changes: PropertyValues): void {
    this.toggleAttribute("drawn", this.shownView === "chart");
    if (!changes.has("record") && !changes.has("selected") && !changes.has("info")) return;
    const report = findBatch(this.record, this.selected);
    const page = findOutput(report, this.info.id)?.records;
    const { stream } = this.info;
    this.source =
      report && page
        ? new RecordSource(
            page,
            async (offset, limit, order) => {
              const selection = { type: "page", offset, limit, order } as const;
              const { batchTimeMs } = report;
              const answer = await this.ask({ type: "inspect", stream, batchTimeMs, selection });
              return answer?.inspection.records ?? null;
            },
            () => this.requestUpdate(),
          )
        : null;
  }

  override render() {
    const model = this.record.learners.get(this.info.id);
    const view = this.shownView;
    const charts = view === "chart" ? fittingCharts(this.subject) : [];
    return html`
      <header>
        <h3>${this.info.operator}()</h3>
        ${this.renderPlace()}
        <span class="count">${model ? "the model" : this.source ? countOf(this.source) : ""}</span>
        ${model ? nothing : renderSegments(`View of ${this.info.label}`, VIEWS, view, (chosen) => this.choose(chosen))}
        ${charts.length > 1 ? this.renderChartChoice(charts) : nothing}
      </header>
      <div class="body">${this.renderBody(view, charts)}</div>
    `;
  }

  private get subject() {
    const { info, record } = this;
    return { info, record, shape: shapeOf(record.batches, info.id) };
  }

  private renderPlace() {
    const { place } = this.info;
    return place
      ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>line ${place.line}</button>`
      : nothing;
  }

  private renderChartChoice(charts: readonly Chart[]) {
    const chosen = this.chosenChart(charts);
    return html`<select aria-label="Kind of chart" @change=${this.takeChart}>
      ${charts.map((chart) => html`<option value=${chart.kind} ?selected=${chart === chosen}>${chart.name}</option>`)}
    </select>`;
  }

  private renderBody(view: View, charts: readonly Chart[]) {
    const shown = findBatch(this.record, this.selected);
    if (view === "text") {
      const { batches } = this.record;
      return html`<brooklet-output-text .batches=${batches} .shown=${shown} .output=${this.info.id} label=${this.info.label} .earlier=${this.earlier}></brooklet-output-text>`;
    }
    const failure = findOutput(shown, this.info.id)?.failure;
    if (failure) {
      return html`<div>${renderFailure(`Batch ${shown?.batch}`, failure)}</div>`;
    }
    return view === "table" ? this.renderTable() : this.renderChart(this.chosenChart(charts));
  }

  private renderChart(chart: Chart | undefined) {
    if (!chart) return html`<p class="empty">These records have no numbers to draw.</p>`;
    const { source, inspections } = this;
    const shown = findBatch(this.record, this.selected);
    return chart.draw({ ...this.subject, shown, source, inspections });
  }

  private renderTable() {
    if (this.source && this.source.total > 0) {
      void import("./record-table.js");
      return html`<brooklet-record-table .source=${this.source} label="Records of ${this.info.label}"></brooklet-record-table>`;
    }
    const { batches } = this.record;
    const shown = findBatch(this.record, this.selected);
    const filled = batches.findLast((report) => (findOutput(report, this.info.id)?.records?.total ?? 0) > 0);
    return html`<p class="empty">
      ${shown ? `Batch ${shown.batch} has no records here.` : "Records stand here once a batch has run."}
      ${
        filled
          ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new BatchSelect(filled.batch))}>
              Look at batch ${filled.batch}
            </button>`
          : nothing
      }
    </p>`;
  }

  private chosenChart(charts: readonly Chart[]): Chart | undefined {
    return charts.find(({ kind }) => kind === this.choice.chart) ?? charts[0];
  }

  private choose(view: View): void {
    this.choice.view = view;
    this.requestUpdate();
  }

  private takeChart(event: Event): void {
    this.choice.chart = (event.target as HTMLSelectElement).value;
    this.requestUpdate();
  }
}

function countOf({ total, hasMore }: RecordSource): string {
  if (hasMore) return `${formatCount(total)} records or more`;
  return `${formatCount(total)} ${total === 1 ? "record" : "records"}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-output-view": OutputView;
  }
}
