import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { endOf, type Lane, type StageTask, ticksTo } from "../../jobs/lanes.js";
import { formatCount, formatDuration } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { StageSelect } from "../events.js";

/** When each task of a batch ran, and on which thread. The tasks' tables say the same in numbers. */
@customElement("brooklet-task-timeline")
export class TaskTimeline extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .lane,
      .axis {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr);
        align-items: center;
      }
      .lane > span {
        font-size: var(--text-label);
        color: var(--ink-soft);
      }
      .track {
        position: relative;
        height: 1.5rem;
        border-bottom: 1px solid var(--line);
      }
      .axis .track {
        height: 1.25rem;
        border: none;
        font-size: var(--text-small);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .axis .track span {
        position: absolute;
        padding-left: 0.1875rem;
        border-left: 1px solid var(--line-strong);
        white-space: nowrap;
      }
      .task {
        position: absolute;
        inset-block: 3px;
        min-width: 3px;
        border-radius: 2px;
        opacity: 0.7;
        cursor: pointer;
      }
      .task.chosen {
        opacity: 1;
        box-shadow: 0 0 0 1.5px var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) lanes: readonly Lane[] = [];
  /** The selected stage. */
  @property({ attribute: false }) stage: number | null = null;

  override render() {
    const endMs = endOf(this.lanes);
    const share = (ms: number) => `${endMs === 0 ? 0 : (ms / endMs) * 100}%`;
    return html`<div aria-hidden="true">
      ${this.lanes.map(
        ({ thread, tasks }) => html`<div class="lane">
          <span>Thread ${thread}</span>
          <div class="track">${tasks.map((task) => this.renderTask(task, share))}</div>
        </div>`,
      )}
      <div class="axis">
        <span></span>
        <div class="track">
          ${ticksTo(endMs, 4)
            .filter((tick) => tick < endMs * 0.92 || tick === 0)
            .map((tick) => html`<span style=${styleMap({ left: share(tick) })}>${formatDuration(tick)}</span>`)}
        </div>
      </div>
    </div>`;
  }

  private renderTask({ stage, task }: StageTask, share: (ms: number) => string) {
    const style = {
      left: share(task.startedMs),
      width: share(task.processingTimeMs),
      background: `var(--series-${(stage.id % 6) + 1})`,
    };
    const title = `Stage ${stage.id}, partition ${task.partition}: ${formatDuration(task.processingTimeMs)}, ${formatCount(task.records)} records`;
    return html`<div
      class="task ${stage.id === this.stage ? "chosen" : ""}"
      style=${styleMap(style)}
      title=${title}
      @click=${() => this.dispatchEvent(new StageSelect(stage.id))}
    ></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-task-timeline": TaskTimeline;
  }
}
