import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type ChartKind, fittingCharts } from "../charts/shape.js";
import type { Records } from "../engine/engine-client.js";
import type { OutputInfo } from "../generated/index.js";
import { RecordSource } from "../records/record-source.js";
import { formatCount } from "../run/clock.js";
import { findBatch, findOutput, type RunRecord } from "../run/run-record.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { BatchSelect, PlaceRequest } from "./events.js";
import "./failure-notice.js";
import "./output-text.js";
import "./record-chart.js";
import "./record-table.js";

/** Asks the engine for records of an output at a batch. */
export type Inspect = (output: number, batchTimeMs: number, offset: number, limit: number) => Promise<Records>;

type View = "text" | "table" | "chart";

const CHART_NAMES: Record<ChartKind, string> = {
  bars: "Bars",
  lines: "Lines",
  scatter: "Scatter",
  predictions: "Actual and predicted",
  errors: "Error by batch",
};

/** One output of the program: its text, its records, its picture. */
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
  @property({ attribute: false }) inspect!: Inspect;
  @state() private view: View = "text";
  /** The picture that was chosen; null leaves it to the records. */
  @state() private chart: ChartKind | null = null;
  private source: RecordSource | null = null;

  override willUpdate(changes: PropertyValues): void {
    if (!changes.has("record") && !changes.has("selected") && !changes.has("info")) return;
    const report = findBatch(this.record, this.selected);
    const page = findOutput(report, this.info.id)?.records;
    const { id } = this.info;
    this.source =
      report && page
        ? new RecordSource(
            page,
            (offset, limit) => this.inspect(id, report.batchTimeMs, offset, limit),
            () => this.requestUpdate(),
          )
        : null;
  }

  /** Whether the output trains a model; then there is what it learned to look at. */
  private get learns(): boolean {
    return this.record.batches.some((report) => findOutput(report, this.info.id)?.learned);
  }

  override render() {
    if (this.learns) {
      return html`
        <header>
          <h3>${this.info.operator}()</h3>
          ${this.renderPlace()}
          <span class="count">the model</span>
        </header>
        <div class="body">${this.renderModel()}</div>
      `;
    }
    const charts = this.view === "text" ? [] : fittingCharts(this.record.batches, this.info.id);
    return html`
      <header>
        <h3>${this.info.operator}()</h3>
        ${this.renderPlace()}
        <span class="count">${this.source ? countOf(this.source) : ""}</span>
        ${this.view === "chart" && charts.length > 1 ? this.renderChartChoice(charts) : nothing}
        <div class="segments" role="group" aria-label="View of ${this.info.label}">
          ${this.renderViewChoice("text", "Text")} ${this.renderViewChoice("table", "Table")} ${this.renderViewChoice("chart", "Chart")}
        </div>
      </header>
      <div class="body">${this.renderBody(charts)}</div>
    `;
  }

  private renderPlace() {
    const { place } = this.info;
    return place
      ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>line ${place.line}</button>`
      : nothing;
  }

  private renderViewChoice(view: View, name: string) {
    return html`<button aria-pressed=${this.view === view} @click=${() => this.choose(view)}>${name}</button>`;
  }

  private renderChartChoice(charts: readonly ChartKind[]) {
    const chosen = this.chosenChart(charts);
    return html`<select aria-label="Kind of chart" @change=${this.takeChart}>
      ${charts.map((kind) => html`<option value=${kind} ?selected=${kind === chosen}>${CHART_NAMES[kind]}</option>`)}
    </select>`;
  }

  private renderBody(charts: readonly ChartKind[]) {
    const { batches } = this.record;
    const shown = findBatch(this.record, this.selected);
    if (this.view === "text") {
      return html`<brooklet-output-text .batches=${batches} .shown=${shown} .output=${this.info.id} label=${this.info.label} .earlier=${this.earlier}></brooklet-output-text>`;
    }
    const failure = findOutput(shown, this.info.id)?.failure;
    if (failure) {
      return html`<div><brooklet-failure-notice subject="Batch ${shown?.batch}" .failure=${failure}></brooklet-failure-notice></div>`;
    }
    if (this.view === "table") return this.renderTable();
    const kind = this.chosenChart(charts);
    if (!kind) return html`<p class="empty">These records have no numbers to draw.</p>`;
    return html`<brooklet-record-chart
      .kind=${kind}
      .batches=${batches}
      .shown=${shown}
      .source=${this.source}
      .output=${this.info.id}
    ></brooklet-record-chart>`;
  }

  private renderModel() {
    void import("./model-view.js");
    const { batches } = this.record;
    const shown = findBatch(this.record, this.selected);
    const failure = findOutput(shown, this.info.id)?.failure;
    return failure
      ? html`<div><brooklet-failure-notice subject="Batch ${shown?.batch}" .failure=${failure}></brooklet-failure-notice></div>`
      : html`<brooklet-model-view .batches=${batches} .shown=${shown} .output=${this.info.id}></brooklet-model-view>`;
  }

  private renderTable() {
    if (this.source && this.source.total > 0) {
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

  private chosenChart(charts: readonly ChartKind[]): ChartKind | undefined {
    return this.chart && charts.includes(this.chart) ? this.chart : charts[0];
  }

  private choose(view: View): void {
    this.view = view;
  }

  private takeChart(event: Event): void {
    this.chart = (event.target as HTMLSelectElement).value as ChartKind;
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
