import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Ask } from "../../engine/engine-client.js";
import { Inspections } from "../../graph/inspections.js";
import { findBatch, type RunRecord } from "../../run/run-record.js";
import { figuresAt } from "../../run/shown-figures.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { renderSegments, type Segment } from "../segments.js";
import type { OutputChoice } from "./output-view.js";
import "./console-view.js";
import { renderFailure } from "./render-failure.js";
import "./output-view.js";

type View = "outputs" | "console";

const VIEWS: readonly Segment<View>[] = [
  { id: "outputs", name: "Outputs" },
  { id: "console", name: "Console" },
];

/** What the run has produced: an output at a time, or all its text in order. */
@customElement("brooklet-results-view")
export class ResultsView extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--gap);
        min-height: calc(var(--control-height) + 0.75rem);
        padding: 0 var(--inset);
        background: var(--surface-low);
        border-bottom: 1px solid var(--line);
      }
      h2 {
        flex: 1;
        font-size: var(--text-label);
        font-weight: 600;
        color: var(--ink-soft);
      }
      .outputs {
        flex: 1;
        min-height: 0;
        overflow: auto;
        display: flex;
        flex-direction: column;
        gap: 1px;
        background: var(--line);
      }
      .outputs > brooklet-output-view {
        flex: 1 0 15rem;
      }
      .outputs > brooklet-figure-view {
        flex: none;
      }
      .outputs > brooklet-output-view[drawn] {
        flex-basis: 25rem;
      }
      .outputs > p {
        flex: 1;
        padding: var(--inset);
        color: var(--ink-soft);
        background: var(--surface);
      }
      .driver {
        flex: none;
        background: var(--surface);
      }
      .driver h3 {
        padding: 0.5rem var(--inset) 0;
        font-size: var(--text-body);
        font-weight: 600;
      }
      .driver brooklet-console-view {
        max-height: 12rem;
      }
      brooklet-console-view {
        flex: 1;
        min-height: 0;
      }
      @media (max-width: 699px) {
        .outputs > brooklet-output-view {
          flex-basis: 18rem;
        }
      }
    `,
  ];

  /** The name of the program. */
  @property() program = "";
  @property({ attribute: false }) record!: RunRecord;
  /** What the program gave before its last edit. */
  @property({ attribute: false }) earlier: RunRecord | null = null;
  @property({ attribute: false }) selected: number | null = null;
  @property({ attribute: false }) ask!: Ask;
  /** Whether these are the results of a text that has changed since. */
  @property({ type: Boolean }) stale = false;
  @state() private view: View = "outputs";
  private readonly choices = new Map<number, OutputChoice>();
  private inspections!: Inspections;

  override connectedCallback(): void {
    super.connectedCallback();
    this.inspections = new Inspections((request) => this.ask(request));
  }

  override willUpdate(changes: PropertyValues): void {
    if (changes.has("program")) this.choices.clear();
  }

  override render() {
    const { failure } = this.record;
    const batchFailure = findBatch(this.record, this.selected)?.failure;
    return html`
      <header>
        <h2>Results${this.stale ? " of the program before the edit" : ""}</h2>
        ${renderSegments("Results", VIEWS, this.view, (chosen) => {
          this.view = chosen;
        })}
      </header>
      ${failure ? renderFailure("The program ended", failure) : nothing}
      ${
        this.view === "console"
          ? html`<brooklet-console-view .printed=${this.record.printed}></brooklet-console-view>`
          : html`<div class="outputs">
              ${
                batchFailure
                  ? renderFailure(`Batch ${findBatch(this.record, this.selected)?.batch}`, batchFailure)
                  : nothing
              }
              ${this.renderFigures()} ${this.renderOutputs()}
            </div>`
      }
    `;
  }

  private renderFigures() {
    const shown = findBatch(this.record, this.selected);
    const isLatest = shown === this.record.batches.at(-1);
    const { figures, batchTimeMs } = figuresAt(this.record.shownFigures, isLatest ? undefined : shown?.batchTimeMs);
    if (figures.length === 0) return nothing;
    void import("./figure-view.js");
    const batch = this.record.batches.find((report) => report.batchTimeMs === batchTimeMs);
    return repeat(
      figures,
      ({ serial }) => serial,
      (figure) => html`<brooklet-figure-view
        .figure=${figure}
        .batch=${batch && batch !== shown ? batch.batch : null}
      ></brooklet-figure-view>`,
    );
  }

  private renderOutputs() {
    const { outputs, exitCode, shownFigures, wanted } = this.record;
    if (outputs.length === 0 && exitCode !== null && shownFigures.length > 0) return this.renderDriverText();
    if (outputs.length === 0) {
      if (wanted) void import("../program/problem-list.js");
      return html`${wanted ? html`<brooklet-problem-list .diagnostics=${[wanted]}></brooklet-problem-list>` : nothing}
      <p>
        ${
          exitCode === null
            ? "Each output of the program has its place here, once the program has started its streams."
            : `The program ended without an output of a stream${exitCode === 0 ? "." : `, with exit code ${exitCode}.`}`
        }
      </p>
      ${this.renderDriverText()}`;
    }
    return html`${repeat(
      outputs,
      ({ id }) => id,
      (info) => html`<brooklet-output-view
        .info=${info}
        .record=${this.record}
        .earlier=${this.earlier}
        .selected=${this.selected}
        .ask=${this.ask}
        .inspections=${this.inspections}
        .choice=${this.choiceOf(info.id)}
      ></brooklet-output-view>`,
    )}
    ${this.renderDriverText()}`;
  }

  private choiceOf(output: number): OutputChoice {
    const choice = this.choices.get(output) ?? { view: "text", chart: null };
    this.choices.set(output, choice);
    return choice;
  }

  private renderDriverText() {
    const { driverPrinted } = this.record;
    if (driverPrinted.length === 0) return nothing;
    return html`<section class="driver">
      <h3>Printed by the program itself</h3>
      <brooklet-console-view .printed=${driverPrinted} label="Text of the program itself"></brooklet-console-view>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-results-view": ResultsView;
  }
}
