import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../../styles/base.js";
import { tables } from "../../styles/tables.js";
import { type Lesson, type Linear, toWeightLines } from "./lessons.js";
import "./plot-chart.js";

/** The most batches whose weights are drawn. */
const MOST_BATCHES = 500;

/** The weights of a linear model over the batches, and as numbers after the last of them. */
@customElement("brooklet-weights-chart")
export class WeightsChart extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      p {
        padding: var(--inset);
        color: var(--ink-soft);
      }
      .weights {
        padding: 0 var(--inset) 0.5rem;
        overflow-x: auto;
      }
      .unsound {
        color: var(--problem);
        font-weight: 600;
      }
    `,
  ];

  /** What the model knew after each batch; the selected batch is the last. */
  @property({ attribute: false }) lessons: readonly Lesson<Linear>[] = [];

  override render() {
    const lessons = this.lessons.slice(-MOST_BATCHES);
    if (lessons.length === 0) return html`<p>No batch has trained the model yet.</p>`;
    return renderWeights(lessons);
  }
}

function renderWeights(lessons: readonly Lesson<Linear>[]) {
  const latest = lessons.at(-1);
  const describe = (index: number) => {
    const lesson = lessons[index];
    return lesson ? `Batch ${lesson.batch}: ${lesson.learned.weights.texts.join(", ")}` : "";
  };
  return html`<brooklet-plot-chart
      label="Weights over batches"
      xName="Batch"
      .data=${toWeightLines(lessons)}
      .describe=${describe}
    ></brooklet-plot-chart>
    <div class="weights" tabindex="0" role="region" aria-label="Weights after batch ${latest?.batch}">
      <table>
        <thead>
          <tr>
            <th scope="col">Weight</th>
            <th scope="col" class="number">after batch ${latest?.batch}</th>
          </tr>
        </thead>
        <tbody>
          ${latest?.learned.weights.texts.map(
            (weight, index) => html`<tr>
              <td>${index}</td>
              <td class="number ${latest.learned.weights.values[index] === null ? "unsound" : ""}">${weight}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-weights-chart": WeightsChart;
  }
}
