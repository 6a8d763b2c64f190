import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RecordColumn, StreamInspection } from "../../generated/index.js";
import { recordText, rowCount, sliceRows } from "../../records/columns.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";

/** How many records of a partition are shown before more are asked for. */
const FEW = 24;

/** The records of an RDD, partition by partition. */
@customElement("brooklet-partition-list")
export class PartitionList extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      ol {
        display: grid;
        gap: 1px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 1fr);
        gap: 0.375rem;
        padding: 0.1875rem 0;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      .partition {
        font-size: var(--text-label);
        line-height: 1.25rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .records {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1875rem;
        min-width: 0;
      }
      code {
        padding: 0 0.3125rem;
        font: var(--text-label) / 1.25rem var(--font-code);
        background: var(--surface-low);
        border: 1px solid var(--line);
        border-radius: 3px;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .more {
        font-size: var(--text-label);
        line-height: 1.375rem;
        color: var(--ink-soft);
      }
    `,
  ];

  /** What the stream held: the first records of its partitions. */
  @property({ attribute: false }) inspection!: StreamInspection;

  /** The partitions that are expanded: all records that the page has are shown. */
  @state() private opened: ReadonlySet<number> = new Set();

  override render() {
    const { partitions, records } = this.inspection;
    let end = 0;
    const filled = partitions
      .map(({ total, shown }, index) => {
        end += shown;
        return { index, total, columns: sliceRows(records.columns, end - shown, end) };
      })
      .filter(({ total }) => total > 0);
    const empty = partitions.length - filled.length;
    return html`<ol>
      ${filled.map(
        ({ index, total, columns }) => html`<li>
          <span class="partition">Partition ${index}</span>
          <span class="records">
            ${this.renderRecords(index, columns, total)}
          </span>
        </li>`,
      )}
      ${
        empty > 0
          ? html`<li>
              <span class="partition">${empty} ${empty === 1 ? "partition" : "partitions"}</span>
              <span class="more">${empty === 1 ? "is" : "are"} empty</span>
            </li>`
          : nothing
      }
    </ol>`;
  }

  private renderRecords(partition: number, columns: readonly RecordColumn[], total: number) {
    const here = rowCount(columns);
    const shown = this.opened.has(partition) ? here : Math.min(here, FEW);
    const left = total - shown;
    return html`${Array.from({ length: shown }, (_, row) => html`<code>${recordText(columns, row)}</code>`)}
    ${left > 0 ? html`<span class="more">and ${formatCount(left)} more</span>` : nothing}
    ${
      shown < here
        ? html`<button class="plain-link more" @click=${() => this.open(partition)}>Show ${here - shown} of them</button>`
        : nothing
    }`;
  }

  private open(partition: number): void {
    this.opened = new Set([...this.opened, partition]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-partition-list": PartitionList;
  }
}
