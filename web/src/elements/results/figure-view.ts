import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Figure, FigureShape, FigureTable } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { tables } from "../../styles/tables.js";
import { BatchSelect } from "../events.js";

/** A figure that the program drew, as vector graphics, and its data as tables. */
@customElement("brooklet-figure-view")
export class FigureView extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    css`
      :host {
        display: block;
        padding: 0.5rem var(--inset);
        background: var(--surface);
      }
      svg {
        display: block;
        width: 100%;
        max-height: 32rem;
        margin: 0 auto;
        font-family: "DejaVu Sans", Verdana, var(--font);
        /* Its colours say which data are which. */
        forced-color-adjust: none;
      }
      .earlier {
        color: var(--ink-soft);
      }
      summary {
        width: max-content;
        min-height: 1.5rem;
        color: var(--accent);
        cursor: pointer;
      }
      .twin {
        max-height: 14rem;
        overflow: auto;
      }
      caption {
        padding: 0.25rem 0.625rem;
        text-align: left;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) figure!: Figure;
  /** The number of the batch that drew it, if that is not the one that is looked at. */
  @property({ attribute: false }) batch: number | null = null;

  override render() {
    const { label, width, height, clips, shapes, tables } = this.figure;
    return html`
      <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${label} style="max-width: ${width * 2}px">
        <defs>${clips.map((clip, index) => renderClip(clip, index))}</defs>
        ${shapes.map(renderShape)}
      </svg>
      ${this.renderBatch()}
      ${
        tables.length > 0
          ? html`<details>
              <summary>Numbers</summary>
              <div class="twin" tabindex="0" role="region" aria-label="${label}, as a table">${tables.map(renderTable)}</div>
            </details>`
          : nothing
      }
    `;
  }

  private renderBatch() {
    const { batch } = this;
    if (batch === null) return nothing;
    return html`<p class="earlier">
      Drawn at
      <button class="plain-link" @click=${() => this.dispatchEvent(new BatchSelect(batch))}>batch ${batch}</button>
    </p>`;
  }
}

function renderClip([x, y, width, height]: Figure["clips"][number], index: number) {
  return svg`<clipPath id="clip-${index}"><rect x=${x} y=${y} width=${width} height=${height} /></clipPath>`;
}

function renderShape(shape: FigureShape) {
  if (shape.kind === "path") {
    return svg`<path
      d=${shape.way}
      fill=${paint(shape.fill)}
      fill-opacity=${shape.fillOpacity}
      stroke=${paint(shape.stroke)}
      stroke-opacity=${shape.strokeOpacity}
      stroke-width=${shape.width}
      stroke-linejoin="round"
      stroke-dasharray=${shape.dashes || nothing}
      clip-path=${shape.clip === null ? nothing : `url(#clip-${shape.clip})`}
    />`;
  }
  return svg`<text
    x=${shape.x}
    y=${shape.y}
    fill=${paint(shape.fill)}
    fill-opacity=${shape.opacity}
    font-size=${shape.size}
    font-weight=${shape.weight}
    font-style=${shape.style}
    text-anchor=${shape.anchor}
    transform=${shape.angle === 0 ? nothing : `rotate(${-shape.angle} ${shape.x} ${shape.y})`}
  >${shape.text}</text>`;
}

/** The ink and the paper of a figure are those of the page. */
function paint(color: string): string {
  return { ink: "var(--ink)", paper: "var(--surface)" }[color] ?? color;
}

function renderTable({ caption, columns, rows, total }: FigureTable) {
  return html`<table>
    <caption>${caption}${total > rows.length ? `, the first ${rows.length} of ${total} rows` : nothing}</caption>
    <thead>
      <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-figure-view": FigureView;
  }
}
