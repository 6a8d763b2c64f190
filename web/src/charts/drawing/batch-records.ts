import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { BatchReport, RecordColumn } from "../../generated/index.js";
import { rowCount } from "../../records/columns.js";
import type { RecordSource } from "../../records/record-source.js";
import { base } from "../../styles/base.js";

/** The most records of a batch that are drawn. */
const MOST_DRAWN = 500;

/** A chart of the records of one batch: fetches them, then draws them. */
@customElement("brooklet-batch-records")
export class BatchRecords extends LitElement {
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

  @property({ attribute: false }) shown: BatchReport | undefined;
  /** The records of the selected batch. */
  @property({ attribute: false }) source: RecordSource | null = null;
  @property({ attribute: false }) draw!: (columns: readonly RecordColumn[]) => TemplateResult;
  @state() private columns: readonly RecordColumn[] = [];

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("source")) void this.fetchRecords();
  }

  override render() {
    const { columns, source } = this;
    if (!source || source.total === 0) return html`<p>Batch ${this.shown?.batch} has no records here.</p>`;
    const count = rowCount(columns);
    const part = count < source.total ? html`<p>The first ${count} of ${source.total} records.</p>` : nothing;
    return html`${this.draw(columns)}${part}`;
  }

  private async fetchRecords(): Promise<void> {
    const { source } = this;
    const columns = (await source?.records(0, MOST_DRAWN, null)) ?? [];
    if (source === this.source) this.columns = columns;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-batch-records": BatchRecords;
  }
}
