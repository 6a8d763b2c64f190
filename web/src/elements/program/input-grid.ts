import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { InputBatch, InputBatches, ProgramEdit } from "../../generated/index.js";
import { type GridPlace, type RecordAct, recordEdit } from "../../inputs/record-edit.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { type BatchesImport, PlaceRequest, ProgramEditRequest, type RecordKey } from "../events.js";
import { addIcon, closeIcon, copyIcon, downIcon, upIcon } from "../icons.js";
import type { BatchSources } from "./batch-sources.js";
import { GridDrag } from "./grid-drag.js";
import "./batch-sources.js";
import "./record-chip.js";

/** The most batches of an input that are shown as rows. */
const MOST_BATCHES = 60;

/** The most records of a batch that are shown as chips. */
const MOST_RECORDS = 80;

/** The batches that feed an input: a row of chips a batch, a chip a record. It edits the literals in the text. */
@customElement("brooklet-input-grid")
export class InputGrid extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: block;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      :host([data-dropping]) {
        outline: 2px dashed var(--accent);
      }
      ol,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .batch {
        display: grid;
        grid-template-columns: 4rem minmax(0, 1fr) auto;
        gap: 0.375rem;
        padding: 0.1875rem 0.25rem 0.1875rem 0.5rem;
        border-bottom: 1px solid var(--line);
      }
      .batch.drop {
        box-shadow: 0 -2px 0 var(--accent);
      }
      ol.drop-end {
        box-shadow: 0 2px 0 var(--accent);
      }
      .chips > .drop {
        box-shadow: -2px 0 0 1px var(--accent);
      }
      .name[draggable="true"] {
        cursor: grab;
      }
      .batch > span {
        line-height: 1.5rem;
        font-size: var(--text-label);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1875rem;
        min-width: 0;
        min-height: 1.5rem;
      }
      .tools {
        display: flex;
      }
      .tools button,
      button.add {
        width: 1.5rem;
        height: 1.5rem;
        padding: 0;
        color: var(--ink-soft);
      }
      .tools svg {
        width: 0.8125rem;
        height: 0.8125rem;
      }
      p {
        padding: 0.375rem 0.5rem;
      }
      @media (max-width: 420px) {
        .batch {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .chips {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) input!: InputBatches;
  /** Why the last edit was not made. */
  @property() problem = "";
  @property({ attribute: false }) names: readonly string[] = [];
  /** Whether the text does not parse as it is. */
  @property({ type: Boolean }) frozen = false;
  private readonly drag = new GridDrag(this, (from, to) => this.takeDragged(from, to));
  @query("brooklet-batch-sources") private sources!: BatchSources;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("dragover", this.takeDrag);
    this.addEventListener("dragleave", () => delete this.dataset.dropping);
    this.addEventListener("drop", this.takeDrop);
  }

  override render() {
    const { input, problem } = this;
    const { batches, fixed, place, variable } = input;
    const shown = batches.slice(0, MOST_BATCHES);
    return html`
      <ol
        class=${this.isOver(shown.length, null) ? "drop-end" : ""}
        aria-label="Batches${variable ? ` of ${variable}` : ""}"
      >
        ${shown.map((batch, index) => this.renderBatch(batch, index))}
      </ol>
      ${batches.length > shown.length ? html`<p class="soft">${batches.length - shown.length} more batches are in the code.</p>` : nothing}
      ${batches.length === 0 && !fixed ? html`<p class="soft">There is no batch yet.</p>` : nothing}
      ${
        fixed
          ? html`<p class="soft">
              ${fixed}
              <button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>Edit it in the code</button>
            </p>`
          : html`<brooklet-batch-sources
              .existing=${batches.length}
              ?frozen=${this.frozen}
              @batches-import=${({ batches, replaces }: BatchesImport) => this.addImported(batches, replaces)}
            ></brooklet-batch-sources>`
      }
      ${problem === "" ? nothing : html`<p class="problem" role="status">${problem}</p>`}
    `;
  }

  private renderBatch(batch: InputBatch, index: number) {
    const { call, batches, fixed } = this.input;
    const isStill = this.frozen || fixed !== null || batch.fixed !== null;
    const name = `batch ${index + 1}`;
    const isMoved = !this.frozen && !fixed;
    return html`<li class="batch ${this.isOver(index, null) ? "drop" : ""}" data-batch=${isStill ? "" : index}>
      <span
        class="name"
        draggable=${isMoved ? "true" : "false"}
        title=${isMoved ? "Drag to another place" : nothing}
        @dragstart=${(event: DragEvent) => this.drag.start(event, { batch: index, record: null }, batch.records.join("\n"))}
        >Batch ${index + 1}</span
      >
      ${
        batch.fixed
          ? html`<span class="soft">
              ${batch.fixed}
              <button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(batch.place))}>See the code</button>
            </span>`
          : html`<ul class="chips" aria-label="Records of ${name}">
              ${batch.records.slice(0, MOST_RECORDS).map((text, record) => this.renderRecord(text, index, record, isStill))}
              ${batch.records.length > MOST_RECORDS ? html`<li class="soft">and ${batch.records.length - MOST_RECORDS} more in the code</li>` : nothing}
              ${
                isStill
                  ? nothing
                  : html`<li class=${this.isOver(index, Math.min(batch.records.length, MOST_RECORDS)) ? "drop" : ""}>
                      <button
                        class="add"
                        aria-label="Add a record to ${name}"
                        title="Add a record"
                        @click=${() => this.addRecord(index, batch.records)}
                      >
                        ${addIcon}
                      </button>
                    </li>`
              }
            </ul>`
      }
      ${
        this.frozen || fixed
          ? nothing
          : html`<div class="tools" role="group" aria-label="Batch ${index + 1}">
              ${this.renderTool(`Move ${name} up`, upIcon, index === 0, { type: "moveBatch", call, batch: index, to: index - 1 })}
              ${this.renderTool(`Move ${name} down`, downIcon, index === batches.length - 1, { type: "moveBatch", call, batch: index, to: index + 1 })}
              ${this.renderTool(`Duplicate ${name}`, copyIcon, false, { type: "duplicateBatch", call, batch: index })}
              ${this.renderTool(`Remove ${name}`, closeIcon, false, { type: "removeBatch", call, batch: index })}
            </div>`
      }
    </li>`;
  }

  private renderTool(name: string, icon: unknown, isDisabled: boolean, edit: ProgramEdit) {
    return html`<button class="icon-only" aria-label=${name} title=${name} ?disabled=${isDisabled} @click=${() => this.edit(edit)}>
      ${icon}
    </button>`;
  }

  private renderRecord(text: string, batch: number, record: number, isStill: boolean) {
    return html`<li class=${this.isOver(batch, record) ? "drop" : ""}>
      <brooklet-record-chip
        data-record="${batch}.${record}"
        @dragstart=${(event: DragEvent) => this.drag.start(event, { batch, record }, text)}
        .text=${text}
        label="Record ${record + 1} of batch ${batch + 1}"
        .names=${this.names}
        ?fixed=${isStill}
        @record-key=${({ act, texts }: RecordKey) => this.takeRecordAct(act, texts, batch, record)}
      ></brooklet-record-chip>
    </li>`;
  }

  private takeRecordAct(act: RecordAct, texts: readonly string[], batch: number, record: number): void {
    const found = recordEdit(this.input, act, texts, { batch, record });
    if (!found) return;
    this.edit(found.edit);
    if (found.focus) this.focusSoon(found.focus.batch, found.focus.record);
  }

  private isOver(batch: number, record: number | null): boolean {
    const { over } = this.drag;
    return over?.batch === batch && over.record === record;
  }

  private takeDragged(from: GridPlace, to: GridPlace): void {
    const { call } = this.input;
    if (from.record === null || to.record === null) {
      this.edit({ type: "moveBatch", call, batch: from.batch, to: to.batch });
      return;
    }
    const [toBatch, toRecord] = [to.batch, to.record];
    this.edit({ type: "moveRecord", call, batch: from.batch, record: from.record, toBatch, toRecord });
    this.focusSoon(toBatch, toRecord);
  }

  /** A new record is like the one before it: batches are mostly of one kind. */
  private addRecord(batch: number, records: readonly string[]): void {
    const { call, batches } = this.input;
    const model = records.at(-1) ?? batches.flatMap((other) => other.records).at(0) ?? "0";
    this.edit({ type: "addRecords", call, batch, record: records.length, texts: [model] });
    this.focusSoon(batch, records.length);
  }

  private addImported(imported: string[][], replaces: boolean): void {
    const { call, batches } = this.input;
    if (replaces) this.edit({ type: "replaceBatches", call, batches: imported });
    else this.edit({ type: "addBatches", call, batch: batches.length, batches: imported });
  }

  private edit(edit: ProgramEdit): void {
    this.dispatchEvent(new ProgramEditRequest(edit, `${this.input.call}.batches`));
  }

  /** Puts the focus on a record once the edit that makes or moves it is done. */
  private focusSoon(batch: number, record: number): void {
    const started = performance.now();
    const look = () => {
      const chip = this.renderRoot.querySelector<HTMLElement>(`[data-record="${batch}.${record}"]`);
      if (chip) chip.focus();
      else if (performance.now() - started < 2000) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  private takeDrag(event: DragEvent): void {
    if (this.frozen || this.input.fixed || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dataset.dropping = "";
  }

  private async takeDrop(event: DragEvent): Promise<void> {
    delete this.dataset.dropping;
    const file = event.dataTransfer?.files[0];
    if (!file || this.frozen || this.input.fixed) return;
    event.preventDefault();
    event.stopPropagation();
    await this.sources.read(file);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-input-grid": InputGrid;
  }
}
