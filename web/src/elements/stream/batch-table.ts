import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { BatchReport } from "../../generated/index.js";
import { formatBatchTime, formatCount, formatDuration, formatTimeOfDay } from "../../run/clock.js";
import { failureCount, findBatch, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { tables } from "../../styles/tables.js";
import { BatchSelect } from "../events.js";

const PAGE_LENGTH = 25;

/** The completed batches, the latest first, as Spark's streaming page lists them. */
@customElement("brooklet-batch-table")
export class BatchTable extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    css`
      :host {
        display: block;
      }
      .scroll {
        overflow-x: auto;
      }
      th,
      td {
        padding-inline: 0.375rem;
      }
      th:first-child,
      td:first-child {
        padding-left: var(--inset);
      }
      td button {
        margin-left: -0.375rem;
        height: 1.5rem;
        min-width: 1.5rem;
        padding: 0 0.375rem;
        font-weight: 600;
        color: var(--accent);
      }
      tr[aria-current="true"] {
        background: var(--accent-soft);
      }
      .failed {
        color: var(--problem);
        font-weight: 600;
      }
      .empty {
        padding: var(--inset);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  @property({ attribute: false }) selected: number | null = null;
  @state() private page = 0;

  override render() {
    const { batches } = this.record;
    if (batches.length === 0) return html`<p class="empty">Batches are listed here as they complete.</p>`;
    const pages = Math.ceil(batches.length / PAGE_LENGTH);
    const page = Math.min(this.page, pages - 1);
    const end = batches.length - page * PAGE_LENGTH;
    const rows = batches.slice(Math.max(0, end - PAGE_LENGTH), end).reverse();
    const shown = findBatch(this.record, this.selected);
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Completed batches">
        <table>
          <thead>
            <tr>
              <th scope="col">Batch</th>
              <th scope="col">Batch time</th>
              <th scope="col" class="number">Input</th>
              <th scope="col" class="number">Delay</th>
              <th scope="col" class="number">Processing</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((report) => this.renderRow(report, report === shown))}
          </tbody>
        </table>
      </div>
      ${pages > 1 ? this.renderPager(page, pages) : null}
    `;
  }

  private renderRow(report: BatchReport, isShown: boolean) {
    const failures = failureCount(report);
    return html`<tr aria-current=${isShown}>
      <td>
        <button aria-label="Look at batch ${report.batch}" @click=${() => this.dispatchEvent(new BatchSelect(report.batch))}>
          ${report.batch}
        </button>
      </td>
      <td title=${formatBatchTime(report.batchTimeMs)}>${formatTimeOfDay(report.batchTimeMs)}</td>
      <td class="number">${formatCount(report.inputRecords)}</td>
      <td class="number">${formatDuration(report.schedulingDelayMs)}</td>
      <td class="number">${formatDuration(report.processingTimeMs)}</td>
      <td class=${failures > 0 ? "failed" : ""}>${failures > 0 ? `${failures} failed` : "done"}</td>
    </tr>`;
  }

  private renderPager(page: number, pages: number) {
    return html`<nav class="pager" aria-label="Pages of batches">
      <button class="framed" ?disabled=${page === 0} @click=${() => this.turnTo(page - 1)}>Newer</button>
      <span>${page + 1} of ${pages}</span>
      <button class="framed" ?disabled=${page === pages - 1} @click=${() => this.turnTo(page + 1)}>Older</button>
    </nav>`;
  }

  private turnTo(page: number): void {
    this.page = page;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-batch-table": BatchTable;
  }
}
