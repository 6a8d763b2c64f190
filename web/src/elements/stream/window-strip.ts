import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { WindowInspection } from "../../generated/index.js";
import { formatTimeOfDay } from "../../run/clock.js";
import type { RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import { BatchSelect } from "../events.js";

/** The batches that a window holds, the ones that entered it and the ones that left it. */
@customElement("brooklet-window-strip")
export class WindowStrip extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        display: grid;
        min-width: 4.5rem;
        padding: 0.1875rem 0.5rem;
        font: inherit;
        line-height: 1.25;
        text-align: left;
        color: var(--ink);
        background: var(--accent-soft);
        border: 1px solid var(--accent);
        border-radius: var(--radius);
        cursor: pointer;
      }
      button:disabled {
        cursor: default;
      }
      small {
        font-size: var(--text-small);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .entered {
        border-width: 1px 1px 1px 3px;
      }
      .left {
        color: var(--ink-soft);
        background: none;
        border: 1px dashed var(--line-strong);
      }
      .left b {
        text-decoration: line-through;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) window!: WindowInspection;
  @property({ attribute: false }) record!: RunRecord;

  override render() {
    const { insideMs, enteredMs, leftMs } = this.window;
    return html`<ul>
      ${leftMs.map((time) => this.renderBatch(time, "left"))}
      ${insideMs.map((time) => this.renderBatch(time, enteredMs.includes(time) ? "entered" : "stayed"))}
    </ul>`;
  }

  private renderBatch(time: number, fate: "left" | "entered" | "stayed") {
    const report = this.record.batches.find(({ batchTimeMs }) => batchTimeMs === time);
    const name = report ? `Batch ${report.batch}` : formatTimeOfDay(time);
    return html`<li>
      <button class=${fate} ?disabled=${!report} @click=${() => report && this.dispatchEvent(new BatchSelect(report.batch))}>
        <b>${name}</b><small>${{ left: "left", entered: "entered", stayed: "inside" }[fate]}</small>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-window-strip": WindowStrip;
  }
}
