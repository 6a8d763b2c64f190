import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StateChange } from "../../generated/index.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { tables } from "../../styles/tables.js";

/** What a batch did to the state of a stream: keys that came, changed and went. */
@customElement("brooklet-state-changes")
export class StateChanges extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      .scroll {
        max-height: 16rem;
        overflow: auto;
      }
      th,
      td {
        padding-inline: 0 0.625rem;
      }
      th {
        background: var(--surface);
      }
      td {
        font-family: var(--font-code);
        font-size: var(--text-label);
      }
      td.nothing {
        font-family: var(--font);
        color: var(--ink-soft);
      }
      p {
        color: var(--ink-soft);
      }
    `,
  ];

  /** The number of all changes, also of those that are not shown. */
  @property({ type: Number }) total = 0;
  @property({ attribute: false }) changes: readonly StateChange[] = [];

  override render() {
    const { changes, total } = this;
    if (changes.length === 0) return html`<p>This batch changed nothing in the state.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Changes of the state">
        <table>
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            ${changes.map(
              ({ key, before, after }) => html`<tr>
                <td>${key}</td>
                ${renderState(before, "new")} ${renderState(after, "removed")}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${total > changes.length ? html`<p>The first ${formatCount(changes.length)} of ${formatCount(total)} keys.</p>` : null}`;
  }
}

function renderState(state: string | null, absence: string) {
  return state === null ? html`<td class="nothing">${absence}</td>` : html`<td>${state}</td>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-state-changes": StateChanges;
  }
}
