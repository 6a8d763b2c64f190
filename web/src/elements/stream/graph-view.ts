import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Ask } from "../../engine/engine-client.js";
import type { BatchReport } from "../../generated/index.js";
import { Inspections, recordCount } from "../../graph/inspections.js";
import { type GraphNode, type GraphPart, toGraph } from "../../graph/stream-graph.js";
import { formatTimeOfDay } from "../../run/clock.js";
import { findBatch, type RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";
import type { GraphSelect } from "../events.js";
import "./graph-drawing.js";
import "./stream-inspection.js";

/** How long a batch stays selected before the engine is asked for its records, in milliseconds. */
const REST_MS = 120;

/** The most input records of a batch of which every stream is inspected. In a larger one it is the selected stream. */
const MOST_COUNTED = 50_000;

/** The graph of the program, and what flowed through it in the selected batch. */
@customElement("brooklet-graph-view")
export class GraphView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        overflow: auto;
      }
      brooklet-graph-drawing {
        flex: none;
        border-bottom: 1px solid var(--line);
      }
      p {
        padding: var(--inset);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  @property({ attribute: false }) selected: number | null = null;
  @property({ attribute: false }) ask!: Ask;
  @state() private chosen: GraphPart | null = null;
  private nodes: readonly GraphNode[] = [];
  private shown: BatchReport | undefined;
  private inspections!: Inspections;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.inspections = new Inspections((request) => this.ask(request));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changes: PropertyValues): void {
    const before = changes.get("record") as RunRecord | undefined;
    const { record } = this;
    if (changes.has("record") && before?.streams !== record.streams) {
      this.nodes = toGraph(record.streams, record.outputs, record.programText);
    }
    const shown = findBatch(record, this.selected);
    if (shown === this.shown && !changes.has("chosen")) return;
    this.shown = shown;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetchInspections(), REST_MS);
  }

  override render() {
    const { record, shown, nodes } = this;
    if (nodes.length === 0) {
      return html`<p>
        ${
          record.exitCode === null
            ? "The graph of the program's streams stands here, once the program has started them."
            : "The program ended without a stream."
        }
      </p>`;
    }
    const part = this.inspectedPart;
    const node = part && this.find(part.node);
    return html`
      <brooklet-graph-drawing
        .nodes=${nodes}
        .counts=${this.counts}
        .chosen=${part}
        @graph-select=${({ part }: GraphSelect) => this.choose(part)}
      ></brooklet-graph-drawing>
      ${shown && part && node ? this.renderInspection(shown, part, node) : html`<p>What flowed is shown for batches that have run.</p>`}
    `;
  }

  private renderInspection(shown: BatchReport, part: GraphPart, node: GraphNode) {
    const inputs = this.inputsOf(part).map((input) => ({
      node: input,
      inspection: this.inspections.find(input.stream, shown),
    }));
    return html`<brooklet-stream-inspection
      .node=${node}
      .inputs=${inputs}
      .inspection=${this.inspections.find(node.stream, shown)}
      .record=${this.record}
      at="batch ${shown.batch}, ${formatTimeOfDay(shown.batchTimeMs)}"
    ></brooklet-stream-inspection>`;
  }

  /** The part of the graph that is inspected: the chosen one, or the first output's stream. */
  private get inspectedPart(): GraphPart | null {
    if (this.chosen && this.find(this.chosen.node)) return this.chosen;
    const [output] = this.record.outputs;
    const node = this.find(output?.stream ?? this.nodes[0]?.id ?? 0);
    return node ? { node: node.id, from: null } : null;
  }

  private inputsOf({ node, from }: GraphPart): GraphNode[] {
    const parents = this.find(node)?.parents ?? [];
    return parents.flatMap((parent) => (from === null || from === parent ? (this.find(parent) ?? []) : []));
  }

  private find(id: number): GraphNode | undefined {
    return this.nodes.find((node) => node.id === id);
  }

  private get counts(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const { id, stream } of this.nodes) {
      const count = recordCount(this.inspections.find(stream, this.shown));
      if (count !== null) counts.set(id, count);
    }
    return counts;
  }

  private choose(part: GraphPart): void {
    this.chosen = part;
  }

  /** Asks for the inspected part first. In a small batch it then asks for all others. */
  private async fetchInspections(): Promise<void> {
    const { shown, inspectedPart: part } = this;
    if (!shown || !part) return;
    const wanted = [part.node, ...this.inputsOf(part).map(({ id }) => id)];
    if (shown.inputRecords <= MOST_COUNTED) wanted.push(...this.nodes.map(({ id }) => id));
    const streams = new Set(wanted.map((id) => this.find(id)?.stream ?? -1).filter((stream) => stream >= 0));
    for (const stream of streams) {
      if (!this.isConnected || this.shown !== shown) return;
      if (this.inspections.find(stream, shown)) continue;
      await this.inspections.fetch(stream, shown);
      this.requestUpdate();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-graph-view": GraphView;
  }
}
