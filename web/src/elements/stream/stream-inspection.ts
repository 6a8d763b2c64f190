import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StreamInspection } from "../../generated/index.js";
import { recordCount } from "../../graph/inspections.js";
import type { GraphNode } from "../../graph/stream-graph.js";
import { formatCount } from "../../run/clock.js";
import type { RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { PlaceRequest } from "../events.js";
import "./partition-list.js";
import "./state-changes.js";
import "./window-strip.js";

/** A stream of the graph, and what it held at the batch. */
export interface InspectedStream {
  node: GraphNode;
  inspection: StreamInspection | undefined;
}

/** What happened in one box of the graph at a batch: records in, window, state, records out. */
@customElement("brooklet-stream-inspection")
export class StreamInspectionView extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding: 0.5rem var(--inset) 0.75rem;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 0.5rem;
        padding-bottom: 0.25rem;
      }
      h3 {
        font-size: var(--text-body);
        font-weight: 600;
      }
      .at {
        flex: 1;
        color: var(--ink-soft);
        font-size: var(--text-label);
        text-align: right;
        white-space: nowrap;
      }
      .call {
        display: block;
        padding-bottom: 0.25rem;
        font: var(--text-label) / 1.4 var(--font-code);
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
      section {
        padding-top: 0.5rem;
        border-top: 1px solid var(--line);
        margin-top: 0.25rem;
      }
      h4 {
        display: flex;
        gap: 0.375rem;
        margin: 0 0 0.25rem;
        font-size: var(--text-label);
        font-weight: 600;
      }
      h4 span {
        font-weight: 400;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .absence {
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) node!: GraphNode;
  /** The streams that it reads. */
  @property({ attribute: false }) inputs: readonly InspectedStream[] = [];
  /** What it held itself. */
  @property({ attribute: false }) inspection: StreamInspection | undefined;
  @property({ attribute: false }) record!: RunRecord;
  /** The batch, in words. */
  @property() at = "";

  override render() {
    const { node, inspection } = this;
    const { place } = node;
    return html`
      <header>
        <h3>${node.operator}()</h3>
        ${
          place
            ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>line ${place.line}</button>`
            : nothing
        }
        <span class="at">${this.at}</span>
      </header>
      ${node.detail === "" ? nothing : html`<code class="call">${node.detail}</code>`}
      ${this.inputs.map((input) => renderRecords(`In, from ${input.node.operator}()`, input.inspection))}
      ${
        inspection?.window
          ? html`<section>
              <h4>Window <span>${inspection.window.insideMs.length} ${inspection.window.insideMs.length === 1 ? "batch" : "batches"}</span></h4>
              <brooklet-window-strip .window=${inspection.window} .record=${this.record}></brooklet-window-strip>
            </section>`
          : nothing
      }
      ${
        inspection?.stateChanges
          ? html`<section>
              <h4>State <span>${formatCount(inspection.stateChanges.total)} changed</span></h4>
              <brooklet-state-changes
                .total=${inspection.stateChanges.total}
                .changes=${inspection.stateChanges.changes}
              ></brooklet-state-changes>
            </section>`
          : nothing
      }
      ${node.role === "output" ? nothing : renderRecords("Out", inspection)}
    `;
  }
}

function renderRecords(name: string, inspection: StreamInspection | undefined) {
  const count = recordCount(inspection);
  const parts = inspection?.partitions.length ?? 0;
  const size =
    count === null
      ? ""
      : `${formatCount(count)} ${count === 1 ? "record" : "records"} in ${parts} ${parts === 1 ? "partition" : "partitions"}`;
  return html`<section>
    <h4>${name} <span>${size}</span></h4>
    ${
      inspection && count !== null
        ? html`<brooklet-partition-list .inspection=${inspection}></brooklet-partition-list>`
        : html`<p class="absence">${inspection ? (inspection.absence ?? "It has no RDD at this batch.") : "Computing …"}</p>`
    }
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-stream-inspection": StreamInspectionView;
  }
}
