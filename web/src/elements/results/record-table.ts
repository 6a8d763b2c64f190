import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RecordColumn, RecordOrder } from "../../generated/index.js";
import { isNumeric, rowCount } from "../../records/columns.js";
import type { RecordSource } from "../../records/record-source.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { tables } from "../../styles/tables.js";

const PAGE_LENGTH = 100;

/** Records as a table: sortable by each column, a page at a time. */
@customElement("brooklet-record-table")
export class RecordTable extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .scroll {
        flex: 1;
        overflow: auto;
        min-height: 0;
      }
      td {
        font-family: var(--font-code);
        white-space: pre;
      }
      th:first-child,
      td:first-child {
        width: 1%;
        color: var(--ink-faint);
        text-align: right;
      }
      /* What room there is stands behind the columns, so that a row is read without a leap. */
      tr::after {
        display: table-cell;
        width: 100%;
        border-bottom: 1px solid var(--line);
        content: "";
      }
      thead tr::after {
        position: sticky;
        top: 0;
        background: var(--surface-low);
      }
      td:not(:first-child) {
        min-width: 5rem;
      }
      th button {
        height: 1.5rem;
        margin: 0 -0.375rem;
        padding: 0 0.375rem;
        font-weight: inherit;
      }
      .number button {
        flex-direction: row-reverse;
      }
      .arrow {
        width: 0.75rem;
        color: var(--accent);
      }
      .fetching tbody {
        opacity: 0.55;
        transition: opacity 0.1s 0.15s;
      }
      .pager {
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) source!: RecordSource;
  /** What the table shows, for screen readers. */
  @property() label = "";
  @state() private page = 0;
  @state() private order: RecordOrder | null = null;
  /** Whether rows are being fetched. */
  @state() private isFetching = false;
  /** The records that are shown, and the position of the first. While a page is fetched, they are the page before's. */
  @state() private shown: { columns: readonly RecordColumn[]; first: number } = { columns: [], first: 0 };

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("source")) {
      this.page = Math.min(this.page, this.lastPage);
      if (this.order && this.order.column >= this.source.columns.length) this.order = null;
    }
    if (changes.has("source") || changes.has("page") || changes.has("order")) void this.fetchRecords();
  }

  override render() {
    const { isLetGo } = this.source;
    const { columns, first } = this.shown;
    const alignment = columns.map((column) => (isNumeric(column) ? "number" : ""));
    return html`
      <div class="scroll ${this.isFetching ? "fetching" : ""}" tabindex="0" role="region" aria-label=${this.label} aria-busy=${this.isFetching}>
        <table>
          <thead>
            <tr>
              <th scope="col"><span aria-hidden="true">#</span><span class="visually-hidden">Position</span></th>
              ${columns.map(({ name }, column) => this.renderHead(name, column, alignment[column] ?? ""))}
            </tr>
          </thead>
          <tbody>
            ${Array.from(
              { length: rowCount(columns) },
              (_, row) => html`<tr>
                <td>${first + row + 1}</td>
                ${columns.map(({ texts }, column) => html`<td class=${alignment[column] ?? ""}>${texts[row]}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.lastPage > 0 ? this.renderPager(this.page * PAGE_LENGTH) : nothing}
      ${isLetGo ? html`<p class="pager">The engine no longer has this batch: its first records stand here, and cannot be sorted.</p>` : nothing}
    `;
  }

  private renderHead(name: string, column: number, alignment: string) {
    const { order } = this;
    const isSorted = order?.column === column;
    const direction = !isSorted ? "none" : order.descending ? "descending" : "ascending";
    const arrow = { none: "", ascending: "↑", descending: "↓" }[direction];
    return html`<th scope="col" aria-sort=${direction} class=${alignment}>
      ${
        this.source.isLetGo
          ? name
          : html`<button @click=${() => this.sortBy(column)}>${name}<span class="arrow" aria-hidden="true">${arrow}</span></button>`
      }
    </th>`;
  }

  private renderPager(first: number) {
    const { total } = this.source;
    const last = Math.min(first + PAGE_LENGTH, total);
    return html`<nav class="pager" aria-label="Pages of records">
      <button class="framed" ?disabled=${this.page === 0} @click=${() => this.turnTo(this.page - 1)}>Previous</button>
      <span>${formatCount(first + 1)}–${formatCount(last)} of ${formatCount(total)}</span>
      <button class="framed" ?disabled=${this.page === this.lastPage} @click=${() => this.turnTo(this.page + 1)}>Next</button>
    </nav>`;
  }

  private get lastPage(): number {
    return Math.max(0, Math.ceil(this.source.total / PAGE_LENGTH) - 1);
  }

  private turnTo(page: number): void {
    this.page = page;
  }

  /** Sorts ascending; then descending; then not at all. */
  private sortBy(column: number): void {
    if (this.order?.column !== column) this.order = { column, descending: false };
    else this.order = this.order.descending ? null : { column, descending: true };
    this.page = 0;
  }

  private async fetchRecords(): Promise<void> {
    const { source, page, order } = this;
    const first = page * PAGE_LENGTH;
    this.isFetching = true;
    const columns = await source.records(first, PAGE_LENGTH, order);
    const isWanted = source === this.source && page === this.page && order === this.order;
    if (!isWanted) return;
    this.isFetching = false;
    this.shown = { columns, first };
    if (source.isLetGo) this.order = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-record-table": RecordTable;
  }
}
