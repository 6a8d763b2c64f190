import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Clusters, type Lesson, type Linear, toLessons, toWeightLines } from "../../charts/learning.js";
import type { BatchReport } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { tables } from "../../styles/tables.js";
import "./cluster-chart.js";
import "./plot-chart.js";

/** The most batches whose weights are drawn. */
const MOST_BATCHES = 500;

/** What an output that trains a model has taught it. */
@customElement("brooklet-model-view")
export class ModelView extends LitElement {
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

  @property({ attribute: false }) batches: readonly BatchReport[] = [];
  @property({ attribute: false }) shown: BatchReport | undefined;
  @property({ type: Number }) output = 0;

  override render() {
    const lessons = toLessons(this.batches, this.output, this.shown?.batch ?? 0).slice(-MOST_BATCHES);
    if (lessons.length === 0) return html`<p>No batch has trained the model yet.</p>`;
    const clusters = lessons.filter((lesson): lesson is Lesson<Clusters> => lesson.learned.kind === "clusters");
    if (clusters.length > 0) return html`<brooklet-cluster-chart .lessons=${clusters}></brooklet-cluster-chart>`;
    return renderWeights(lessons.filter((lesson): lesson is Lesson<Linear> => lesson.learned.kind === "linear"));
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
    "brooklet-model-view": ModelView;
  }
}
