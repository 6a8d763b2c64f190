import { css, html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import { type Layout, layOut, type PlacedEdge } from "../../graph/layout.js";
import type { GraphNode, GraphPart } from "../../graph/stream-graph.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { GraphSelect } from "../events.js";

const NODE_HEIGHT = 46;
const SPACING = { between: 12, layers: 30 };
const NARROWEST_NODE = 118;
const WIDEST_NODE = 230;
const INSET = 12;

/**
 * A graph: boxes in layers and the lines between them, with how many records flowed.
 *
 * The boxes are buttons in a list, in the order of definition: screen readers read the graph as that list.
 */
@customElement("brooklet-graph-drawing")
export class GraphDrawing extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 0.75rem 0;
        background: radial-gradient(var(--line) 1px, transparent 1px) 0 0 / 14px 14px;
      }
      ul {
        position: relative;
        margin: 0 auto;
        padding: 0;
        list-style: none;
      }
      svg.lines {
        position: absolute;
        inset: 0;
        overflow: visible;
      }
      path {
        fill: none;
        stroke: var(--line-strong);
        stroke-width: 1.5;
      }
      path.flows {
        stroke: var(--accent);
      }
      path.chosen {
        stroke-width: 3;
      }
      button {
        position: absolute;
        margin: 0;
        font: inherit;
        color: var(--ink);
        background: var(--surface-high);
        border: 1px solid var(--line-strong);
        cursor: pointer;
      }
      .node {
        display: grid;
        align-content: center;
        padding: 0 0.5rem;
        border-radius: var(--radius);
        line-height: 1.3;
        text-align: left;
      }
      .node.input {
        border-left: 3px solid var(--accent);
      }
      .node.output {
        border-radius: 999px;
        padding-inline: 0.875rem;
      }
      .node > span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .operator {
        font-weight: 600;
        font-size: var(--text-label);
      }
      .detail {
        font: var(--text-small) / 1.35 var(--font-code);
        color: var(--ink-soft);
      }
      .mark {
        margin-right: 0.375rem;
        color: var(--accent);
        font-family: var(--font);
        font-weight: 600;
      }
      .edge {
        min-width: 1.5rem;
        height: 1.25rem;
        padding: 0 0.3125rem;
        border-radius: 999px;
        border-color: var(--line);
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
        line-height: 1;
        color: var(--ink-soft);
        transform: translate(-50%, -50%);
      }
      button:hover {
        border-color: var(--accent);
      }
      button[aria-pressed="true"] {
        background: var(--accent-soft);
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) nodes: readonly GraphNode[] = [];
  /** The number of records of each box, where it is known. */
  @property({ attribute: false }) counts: ReadonlyMap<number, number> = new Map();
  @property({ attribute: false }) chosen: GraphPart | null = null;
  @state() private room = 0;
  private readonly resizing = new ResizeObserver(([entry]) => {
    this.room = Math.floor(entry?.contentRect.width ?? 0);
  });

  private layout: Layout = layOut([], SPACING);
  private nodeWidth = NARROWEST_NODE;

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
  }

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("nodes") || changes.has("room")) this.arrange();
  }

  override render() {
    const { layout, nodes } = this;
    const size = { width: `${layout.width}px`, height: `${layout.height}px` };
    return html`<ul style=${styleMap(size)} @keydown=${this.takeKey}>
      <svg class="lines" width=${layout.width} height=${layout.height} aria-hidden="true">
        ${layout.edges.map((edge) => this.renderLine(edge))}
      </svg>
      ${nodes.map((node) => this.renderNode(node))}
    </ul>`;
  }

  private renderLine(edge: PlacedEdge) {
    const count = this.counts.get(edge.from) ?? 0;
    const classes = `${count > 0 ? "flows" : ""} ${this.isChosen(edge.to, edge.from) ? "chosen" : ""}`;
    return svg`<path class=${classes} d=${curve(edge.points)} />`;
  }

  private renderNode(node: GraphNode) {
    const { id, operator, detail, marks, role } = node;
    const placed = this.layout.nodes.find((candidate) => candidate.id === id);
    if (!placed) return nothing;
    const box = {
      left: `${placed.x}px`,
      top: `${placed.y}px`,
      width: `${this.nodeWidth}px`,
      height: `${NODE_HEIGHT}px`,
    };
    const isEntry = this.chosen ? this.chosen.node === id : this.nodes[0] === node;
    return html`<li>
      <button
        class="node ${role}"
        style=${styleMap(box)}
        data-node=${id}
        tabindex=${isEntry ? 0 : -1}
        title=${detail === "" ? operator : `${operator}(${detail})`}
        aria-pressed=${this.isChosen(id, null)}
        @click=${() => this.choose(id, null)}
      >
        <span class="operator">${operator}</span>
        ${
          detail === "" && marks.length === 0
            ? nothing
            : html`<span class="detail">${marks.map((mark) => html`<span class="mark">${mark}</span>`)}${detail}</span>`
        }
        <span class="visually-hidden">${this.describe(node)}</span>
      </button>
      ${this.layout.edges.filter(({ to }) => to === id).map((edge) => this.renderEdge(edge))}
    </li>`;
  }

  private renderEdge(edge: PlacedEdge) {
    const { from, to, points } = edge;
    const count = this.counts.get(from);
    const [last, before] = [points.at(-1), points.at(-2)];
    if (!last || !before) return nothing;
    const style = { left: `${(last.x + before.x) / 2}px`, top: `${(last.y + before.y) / 2}px` };
    const text = count === undefined ? "–" : formatCount(count);
    return html`<button
      class="edge"
      style=${styleMap(style)}
      tabindex="-1"
      aria-label="${text} records from ${this.nameOf(from)} to ${this.nameOf(to)}"
      aria-pressed=${this.isChosen(to, from)}
      @click=${() => this.choose(to, from)}
    >${text}</button>`;
  }

  /** What the drawing shows of a box, for screen readers. */
  private describe({ id, parents, role }: GraphNode): string {
    const reads = parents.length === 0 ? "" : `, reads ${parents.map((parent) => this.nameOf(parent)).join(" and ")}`;
    const count = this.counts.get(id);
    return `${reads}${count === undefined || role === "output" ? "" : `, ${count} records out`}`;
  }

  private nameOf(id: number): string {
    return this.nodes.find((node) => node.id === id)?.operator ?? "";
  }

  private arrange(): void {
    const { nodes, room } = this;
    const place = (width: number) =>
      layOut(
        nodes.map(({ id, parents }) => ({ id, parents, width, height: NODE_HEIGHT })),
        SPACING,
      );
    const free = Math.max(NARROWEST_NODE, room - 2 * INSET);
    const narrow = place(NARROWEST_NODE);
    const most = Math.max(1, ...countLayers(narrow));
    const width = Math.floor((free - (most - 1) * SPACING.between) / most);
    this.nodeWidth = Math.min(WIDEST_NODE, Math.max(NARROWEST_NODE, width));
    const wide = place(this.nodeWidth);
    // Long lines beside the boxes take room too.
    if (wide.width > free) this.nodeWidth = Math.max(NARROWEST_NODE, this.nodeWidth - (wide.width - free));
    this.layout = place(this.nodeWidth);
  }

  private isChosen(node: number, from: number | null): boolean {
    return this.chosen?.node === node && this.chosen.from === from;
  }

  private choose(node: number, from: number | null): void {
    this.dispatchEvent(new GraphSelect({ node, from }));
  }

  /** Arrow keys go to the nearest box on that side. */
  private takeKey(event: KeyboardEvent): void {
    const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    const id = Number((event.target as HTMLElement).dataset.node);
    const here = this.layout.nodes.find((placed) => placed.id === id);
    if (!direction || !here) return;
    event.preventDefault();
    const [right = 0, down = 0] = direction;
    const reachable = this.layout.nodes
      .map((placed) => ({ id: placed.id, dx: placed.x - here.x, dy: placed.y - here.y }))
      .filter(({ dx, dy }) => (right === 0 ? dy * down > 0 : dx * right > 0 && dy === 0))
      .sort((one, other) => Math.hypot(one.dx, 3 * one.dy) - Math.hypot(other.dx, 3 * other.dy));
    const next = reachable[0];
    if (!next) return;
    this.choose(next.id, null);
    this.renderRoot.querySelector<HTMLElement>(`[data-node="${next.id}"]`)?.focus();
  }
}

function countLayers({ nodes }: Layout): number[] {
  const counts: number[] = [];
  for (const { layer } of nodes) counts[layer] = (counts[layer] ?? 0) + 1;
  return counts;
}

function curve(points: PlacedEdge["points"]): string {
  const [first, ...others] = points;
  if (!first) return "";
  let at = first;
  let path = `M${at.x} ${at.y}`;
  for (const point of others) {
    const middle = (at.y + point.y) / 2;
    path += `C${at.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    at = point;
  }
  return path;
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-graph-drawing": GraphDrawing;
  }
}
