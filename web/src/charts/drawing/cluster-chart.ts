import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { tables } from "../../styles/tables.js";
import { type Clusters, type Lesson, type Path, toPaths } from "./lessons.js";

const WIDTH = 480;
const HEIGHT = 300;
const MARGIN = { left: 44, right: 14, top: 12, bottom: 26 };

/** The points of a batch coloured by cluster, with the centers and the way they took. */
@customElement("brooklet-cluster-chart")
export class ClusterChart extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    css`
      :host {
        display: block;
        padding: 0.5rem var(--inset);
      }
      .axes {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap);
        padding-bottom: 0.375rem;
        font-size: var(--text-label);
      }
      svg {
        display: block;
        width: 100%;
        max-height: 17rem;
      }
      .frame {
        fill: none;
        stroke: var(--line);
      }
      .point {
        fill-opacity: 0.55;
      }
      .path {
        fill: none;
        stroke-width: 1.5;
        stroke-dasharray: 3 2;
      }
      .center {
        stroke: var(--surface);
        stroke-width: 2;
      }
      text {
        font-size: 11px;
        fill: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .name {
        font-weight: 600;
        fill: var(--ink);
        paint-order: stroke;
        stroke: var(--surface);
        stroke-width: 3px;
      }
      .scroll {
        overflow-x: auto;
      }
      p {
        color: var(--ink-soft);
      }
      .unsound {
        color: var(--problem);
      }
    `,
  ];

  /** What the model knew after each batch; the selected batch is the last. */
  @property({ attribute: false }) lessons: readonly Lesson<Clusters>[] = [];
  @state() private axes: readonly [number, number] = [0, 1];

  override render() {
    const latest = this.lessons.at(-1);
    if (!latest) return html`<p>No batch has trained the model yet.</p>`;
    const { centers, points, weights } = latest.learned;
    const paths = toPaths(this.lessons, this.axes);
    const dots = points.flatMap(({ coordinates, cluster }) => {
      const [x, y] = [coordinates[this.axes[0]], coordinates[this.axes[1]] ?? 0];
      return x === undefined || !Number.isFinite(x) || !Number.isFinite(y) ? [] : [{ x, y, cluster }];
    });
    const dimensions = centers[0]?.values.length ?? 0;
    const said = `${points.length} points of batch ${latest.batch} in ${centers.length} clusters`;
    return html`
      ${dimensions > 2 ? html`<div class="axes">${this.renderAxis(0, dimensions)} ${this.renderAxis(1, dimensions)}</div>` : nothing}
      ${renderPlane(said, dots, paths)}
      <div class="scroll" tabindex="0" role="region" aria-label="Centers">
        <table>
          <thead>
            <tr>
              <th scope="col">Cluster</th>
              <th scope="col" class="number">Points here</th>
              <th scope="col" class="number">Weight</th>
              <th scope="col">Center</th>
            </tr>
          </thead>
          <tbody>
            ${centers.map(
              (center, cluster) => html`<tr>
                <td>${cluster}</td>
                <td class="number">${points.filter((point) => point.cluster === cluster).length}</td>
                <td class="number">${weights[cluster]}</td>
                <td class=${center.values.includes(null) ? "unsound" : ""}>(${center.texts.join(", ")})</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderAxis(axis: 0 | 1, dimensions: number) {
    return html`<label>
      ${axis === 0 ? "Across" : "Upwards"}
      <select
        @change=${({ target }: Event) => {
          const chosen = Number((target as HTMLSelectElement).value);
          this.axes = axis === 0 ? [chosen, this.axes[1]] : [this.axes[0], chosen];
        }}
      >
        ${Array.from({ length: dimensions }, (_, index) => html`<option value=${index} ?selected=${index === this.axes[axis]}>coordinate ${index}</option>`)}
      </select>
    </label>`;
  }
}

interface Dot {
  x: number;
  y: number;
  cluster: number;
}

function renderPlane(label: string, dots: readonly Dot[], paths: readonly Path[]) {
  const all = [...dots, ...paths.flatMap(({ points }) => points)];
  if (all.length === 0) return html`<p>No center is a number.</p>`;
  const xs = scale(
    all.map(({ x }) => x),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const ys = scale(
    all.map(({ y }) => y),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const paint = (cluster: number) => styleMap({ fill: colorOf(cluster), stroke: "none" });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    <rect class="frame" x=${MARGIN.left} y=${MARGIN.top} width=${WIDTH - MARGIN.left - MARGIN.right} height=${HEIGHT - MARGIN.top - MARGIN.bottom} />
    ${xs.ends.map((value, end) => svg`<text x=${xs.at(value)} y=${HEIGHT - 8} text-anchor=${end === 0 ? "start" : "end"}>${shorten(value)}</text>`)}
    ${ys.ends.map((value) => svg`<text x=${MARGIN.left - 6} y=${ys.at(value) + 4} text-anchor="end">${shorten(value)}</text>`)}
    ${dots.map(({ x, y, cluster }) => svg`<circle class="point" cx=${xs.at(x)} cy=${ys.at(y)} r="3.5" style=${paint(cluster)} />`)}
    ${paths.map(({ cluster, points }) => {
      const last = points.at(-1);
      if (!last) return nothing;
      const way = points.map(({ x, y }) => `${xs.at(x)},${ys.at(y)}`).join(" ");
      return svg`<polyline class="path" points=${way} style=${styleMap({ stroke: colorOf(cluster) })} />
        <circle class="center" cx=${xs.at(last.x)} cy=${ys.at(last.y)} r="7" style=${styleMap({ fill: colorOf(cluster) })} />
        <text class="name" x=${xs.at(last.x) + 10} y=${ys.at(last.y) + 4}>${cluster}</text>`;
    })}
  </svg>`;
}

function colorOf(cluster: number): string {
  return `var(--series-${(cluster % 6) + 1})`;
}

/** Maps numbers onto the drawing, with a little room around them. */
function scale(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const [start, end] = [low - room, high + room];
  return { ends: [low, high], at: (value: number) => from + ((value - start) / (end - start)) * (to - from) };
}

function shorten(value: number): string {
  return String(Number(value.toPrecision(3)));
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-cluster-chart": ClusterChart;
  }
}
