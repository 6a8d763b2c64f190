import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { StageReport } from "../../generated/index.js";
import { formatCount, formatDuration } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { tables } from "../../styles/tables.js";

/** The tasks of a stage, one a partition: how large the partition was, where and how long the task ran. */
@customElement("brooklet-stage-tasks")
export class StageTasks extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        display: block;
      }
      h4 {
        margin: 0;
        padding: 0.5rem var(--inset) 0.25rem;
        font-size: var(--text-label);
        font-weight: 600;
      }
      h4 span,
      p {
        font-weight: 400;
        color: var(--ink-soft);
      }
      p {
        padding: 0 var(--inset) 0.5rem;
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
      th:last-child,
      td:last-child {
        padding-right: var(--inset);
      }
      .size {
        width: 40%;
        min-width: 5rem;
      }
      .bar {
        display: inline-block;
        height: 0.625rem;
        min-width: 1px;
        vertical-align: middle;
        background: var(--series-1);
        border-radius: 2px;
      }
      .tried {
        color: var(--problem);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) stage!: StageReport;

  override render() {
    const { id, name, isSkipped, shuffleWriteRecords, tasks } = this.stage;
    const greatest = tasks.reduce((most, { records }) => Math.max(most, records), 1);
    const hasRetries = tasks.some(({ attempts }) => attempts > 1);
    return html`
      <h4>
        Stage ${id} <span>${name}${shuffleWriteRecords > 0 ? `, ${formatCount(shuffleWriteRecords)} records to the shuffle` : ""}</span>
      </h4>
      ${
        isSkipped
          ? html`<p>Skipped: its shuffle was there already, from an earlier job.</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Tasks of stage ${id}">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Partition</th>
                    <th scope="col" class="size">Records</th>
                    <th scope="col" class="number">Thread</th>
                    <th scope="col" class="number">Time</th>
                    ${hasRetries ? html`<th scope="col" class="number">Attempts</th>` : nothing}
                  </tr>
                </thead>
                <tbody>
                  ${tasks.map(
                    ({ partition, records, thread, processingTimeMs, attempts }) => html`<tr>
                      <td>${partition}</td>
                      <td class="size">
                        <span class="bar" style=${styleMap({ width: `${(records / greatest) * 60}%` })}></span>
                        ${formatCount(records)}
                      </td>
                      <td class="number">${thread}</td>
                      <td class="number">${formatDuration(processingTimeMs)}</td>
                      ${hasRetries ? html`<td class="number ${attempts > 1 ? "tried" : ""}">${attempts}</td>` : nothing}
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-stage-tasks": StageTasks;
  }
}
