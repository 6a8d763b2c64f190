import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { predictionStream } from "../../charts/predictions.js";
import { type ChartKind, fittingCharts } from "../../charts/shape.js";
import type { Ask } from "../../engine/engine-client.js";
import type { Learned, OutputInfo } from "../../generated/index.js";
import type { Inspections } from "../../graph/inspections.js";
import { RecordSource } from "../../records/record-source.js";
import { formatCount } from "../../run/clock.js";
import { findBatch, findOutput, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { BatchSelect, PlaceRequest } from "../events.js";
import "./failure-notice.js";
import "./output-text.js";
import "./record-chart.js";
import "./record-table.js";

type View = "text" | "table" | "chart";

/** What can be drawn of an output: its records, the model that it trains, what a model predicted. */
type Picture = ChartKind | Learned["kind"] | "predictions" | "errors";

/** How an output is shown. */
export interface OutputChoice {
  view: View;
  /** The picture that was chosen; null leaves it to the records. */
  picture: Picture | null;
}

const PICTURE_NAMES: Record<Picture, string> = {
  bars: "Bars",
  lines: "Lines",
  scatter: "Scatter",
  linear: "Weights",
  clusters: "Clusters",
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
  /** Outlives this element: a program that starts anew has no outputs for a moment. */
  @property({ attribute: false }) choice: OutputChoice = { view: "text", picture: null };
  private source: RecordSource | null = null;

  /** What a model learned is only drawn. */
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
    const pictures = view === "chart" ? this.findPictures() : [];
    return html`
      <header>
        <h3>${this.info.operator}()</h3>
        ${this.renderPlace()}
        <span class="count">${model ? "the model" : this.source ? countOf(this.source) : ""}</span>
        ${
          model
            ? nothing
            : html`<div class="segments" role="group" aria-label="View of ${this.info.label}">
                ${this.renderViewChoice("text", "Text")} ${this.renderViewChoice("table", "Table")}
                ${this.renderViewChoice("chart", "Chart")}
              </div>`
        }
        ${pictures.length > 1 ? this.renderPictureChoice(pictures) : nothing}
      </header>
      <div class="body">${this.renderBody(view, pictures)}</div>
    `;
  }

  /** What can be drawn, the most telling first. */
  private findPictures(): Picture[] {
    const { record, info } = this;
    const model = record.learners.get(info.id);
    const predictions: Picture[] = predictionStream(record, info) === null ? [] : ["predictions", "errors"];
    return model ? [model, ...predictions] : [...predictions, ...fittingCharts(record.batches, info.id)];
  }

  private renderPlace() {
    const { place } = this.info;
    return place
      ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>line ${place.line}</button>`
      : nothing;
  }

  private renderViewChoice(view: View, name: string) {
    return html`<button aria-pressed=${this.choice.view === view} @click=${() => this.choose(view)}>${name}</button>`;
  }

  private renderPictureChoice(pictures: readonly Picture[]) {
    const chosen = this.chosenPicture(pictures);
    return html`<select aria-label="Kind of chart" @change=${this.takePicture}>
      ${pictures.map((kind) => html`<option value=${kind} ?selected=${kind === chosen}>${PICTURE_NAMES[kind]}</option>`)}
    </select>`;
  }

  private renderBody(view: View, pictures: readonly Picture[]) {
    const shown = findBatch(this.record, this.selected);
    if (view === "text") {
      const { batches } = this.record;
      return html`<brooklet-output-text .batches=${batches} .shown=${shown} .output=${this.info.id} label=${this.info.label} .earlier=${this.earlier}></brooklet-output-text>`;
    }
    const failure = findOutput(shown, this.info.id)?.failure;
    if (failure) {
      return html`<div><brooklet-failure-notice subject="Batch ${shown?.batch}" .failure=${failure}></brooklet-failure-notice></div>`;
    }
    return view === "table" ? this.renderTable() : this.renderPicture(this.chosenPicture(pictures));
  }

  private renderPicture(kind: Picture | undefined) {
    const { batches } = this.record;
    const shown = findBatch(this.record, this.selected);
    const { id } = this.info;
    if (!kind) return html`<p class="empty">These records have no numbers to draw.</p>`;
    if (kind === "linear" || kind === "clusters") {
      void import("./model-view.js");
      return html`<brooklet-model-view .batches=${batches} .shown=${shown} .output=${id}></brooklet-model-view>`;
    }
    if (kind === "predictions" || kind === "errors") {
      void import("./prediction-chart.js");
      return html`<brooklet-prediction-chart
        .kind=${kind}
        .batches=${batches}
        .inspections=${this.inspections}
        .stream=${predictionStream(this.record, this.info)}
      ></brooklet-prediction-chart>`;
    }
    return html`<brooklet-record-chart
      .kind=${kind}
      .batches=${batches}
      .shown=${shown}
      .source=${this.source}
      .output=${id}
    ></brooklet-record-chart>`;
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

  private chosenPicture(pictures: readonly Picture[]): Picture | undefined {
    const { picture } = this.choice;
    return picture && pictures.includes(picture) ? picture : pictures[0];
  }

  private choose(view: View): void {
    this.choice.view = view;
    this.requestUpdate();
  }

  private takePicture(event: Event): void {
    this.choice.picture = (event.target as HTMLSelectElement).value as Picture;
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
