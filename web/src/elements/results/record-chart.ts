import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { barRange, type ChartKind, type Lines, type Point, toBars, toLines, toPoints } from "../../charts/shape.js";
import type { BatchReport, RecordColumn } from "../../generated/index.js";
import { rowCount } from "../../records/columns.js";
import type { RecordSource } from "../../records/record-source.js";
import { base } from "../../styles/base.js";
import "./bar-chart.js";
import "./plot-chart.js";

/** The most records of a batch that are drawn. */
const MOST_DRAWN = 500;

/** An output's records as a picture of the kind that was chosen. */
@customElement("brooklet-record-chart")
export class RecordChart extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        min-height: 0;
        overflow: auto;
      }
      p {
        padding: var(--inset);
        color: var(--ink-soft);
      }
    `,
  ];

  @property() kind: ChartKind = "bars";
  @property({ attribute: false }) batches: readonly BatchReport[] = [];
  @property({ attribute: false }) shown: BatchReport | undefined;
  /** The records of the selected batch. */
  @property({ attribute: false }) source: RecordSource | null = null;
  @property({ type: Number }) output = 0;
  @state() private columns: readonly RecordColumn[] = [];

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("source")) void this.fetchRecords();
  }

  override render() {
    if (this.kind === "lines") return renderLines(toLines(this.batches, this.output), this.batches.length);
    const { columns, source } = this;
    if (!source || source.total === 0) return html`<p>Batch ${this.shown?.batch} has no records here.</p>`;
    const count = rowCount(columns);
    const part = count < source.total ? html`<p>The first ${count} of ${source.total} records.</p>` : nothing;
    if (this.kind === "bars") {
      const [low, high] = barRange(this.batches, this.output);
      const bars = toBars(columns);
      const values = bars.map(({ value }) => value);
      const range = [Math.min(low, ...values), Math.max(high, ...values)];
      return html`<brooklet-bar-chart .bars=${bars} .range=${range}></brooklet-bar-chart>${part}`;
    }
    return html`${renderPoints(toPoints(columns), columns)}${part}`;
  }

  private async fetchRecords(): Promise<void> {
    const { source } = this;
    const columns = (await source?.records(0, MOST_DRAWN, null)) ?? [];
    if (source === this.source) this.columns = columns;
  }
}

function renderLines({ batches, series, leftOut }: Lines, total: number) {
  const describe = (index: number) => {
    const values = series.flatMap(({ name, values }) => (values[index] === null ? [] : [`${name} ${values[index]}`]));
    return `Batch ${batches[index]}: ${values.length > 0 ? values.join(", ") : "no records"}`;
  };
  return html`<brooklet-plot-chart
      label="Values over batches"
      xName="Batch"
      .data=${{ xs: batches, series, drawing: "lines", hasWholeXs: true }}
      .describe=${describe}
    ></brooklet-plot-chart>
    ${leftOut > 0 ? html`<p>The ${series.length} keys with the greatest values, of ${series.length + leftOut}.</p>` : nothing}
    ${batches.length < total ? html`<p>The last ${batches.length} batches.</p>` : nothing}`;
}

function renderPoints(points: Point[], columns: readonly RecordColumn[]) {
  const inOrder = [...points].sort((one, other) => one.x - other.x);
  const data = {
    xs: inOrder.map(({ x }) => x),
    series: [{ name: columns[1]?.name ?? "value", values: inOrder.map(({ y }) => y) }],
    drawing: "points",
    hasWholeXs: columns.length === 1,
  };
  return html`<brooklet-plot-chart
    label="Records as points"
    xName=${columns.length === 1 ? "Position" : (columns[0]?.name ?? "x")}
    .data=${data}
    .describe=${(index: number) => inOrder[index]?.label ?? ""}
  ></brooklet-plot-chart>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-record-chart": RecordChart;
  }
}
