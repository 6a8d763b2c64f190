import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Format, formatOf, readRecords, type Splitting, splitRecords } from "../../inputs/import.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { dialogStyles } from "../../styles/dialog.js";
import { fields } from "../../styles/fields.js";
import { BatchesImport } from "../events.js";

/** A text from outside, and the name of the file that it was, if it was one. */
export interface ImportedText {
  fileName: string;
  text: string;
}

const FORMATS: Record<Format, string> = {
  csv: "Comma-separated cells",
  tsv: "Cells of a spreadsheet",
  jsonLines: "JSON, a value a line",
  lines: "Text, a record a line",
};

/** The most records that may be written into a program's text. */
const MOST_RECORDS = 5000;

/** Asks how a file or a pasted text becomes batches. */
@customElement("brooklet-batch-import")
export class BatchImport extends LitElement {
  static override styles = [base, controls, fields, dialogStyles];

  @property({ attribute: false }) text: ImportedText | null = null;
  /** How many batches there are already. */
  @property({ type: Number }) existing = 0;
  @state() private typed = "";
  @state() private format: Format = "lines";
  @state() private hasHeader = false;
  @state() private splitting: Splitting = { kind: "one" };
  @state() private replaces = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  /** Opens the questions over the page. */
  open(): void {
    this.dialog.showModal();
  }

  override willUpdate(changes: PropertyValues): void {
    if (!changes.has("text") || !this.text) return;
    const { fileName, text } = this.text;
    this.typed = text;
    this.format = fileName === "" ? "tsv" : formatOf(fileName, text);
    this.hasHeader = this.format === "csv";
    this.splitting = { kind: "one" };
    this.replaces = false;
  }

  override render() {
    return html`<dialog aria-label="Batches from a file or a table">
      ${this.text ? this.renderQuestions(this.text) : nothing}
    </dialog>`;
  }

  private renderQuestions({ fileName }: ImportedText) {
    const imported = readRecords(this.typed, this.format, this.hasHeader);
    const batches = splitRecords(imported, this.splitting);
    const count = imported.records.length;
    const isTooMuch = count > MOST_RECORDS;
    return html`<form method="dialog" @submit=${() => this.finish(batches)}>
      <h3>${fileName === "" ? "Paste a table" : fileName}</h3>
      ${
        fileName === ""
          ? html`<label>
              <span class="soft">Cells from a spreadsheet, or lines</span>
              <textarea
                class="plain"
                spellcheck="false"
                .value=${this.typed}
                @input=${(event: Event) => {
                  this.typed = (event.target as HTMLTextAreaElement).value;
                }}
              ></textarea>
            </label>`
          : nothing
      }
      <label>
        <span class="soft">What it is</span>
        <select
          @change=${(event: Event) => {
            this.format = (event.target as HTMLSelectElement).value as Format;
          }}
        >
          ${Object.entries(FORMATS).map(([format, name]) => html`<option value=${format} ?selected=${format === this.format}>${name}</option>`)}
        </select>
      </label>
      ${this.format === "csv" || this.format === "tsv" ? this.renderHeaderChoice() : nothing}
      ${this.renderSplitting(imported.columns)}
      ${this.existing > 0 ? this.renderDestination() : nothing}
      <div class="preview" role="status">
        <span>${formatCount(count)} ${count === 1 ? "record" : "records"} in ${formatCount(batches.length)} ${batches.length === 1 ? "batch" : "batches"}</span>
        ${batches.slice(0, 4).map((records) => html`<span>[${records.slice(0, 20).join(", ")}]</span>`)}
      </div>
      ${imported.unread > 0 ? html`<p class="problem">${formatCount(imported.unread)} lines are no JSON and are left out.</p>` : nothing}
      ${
        isTooMuch
          ? html`<p class="problem">
              A program's text is no place for more than ${formatCount(MOST_RECORDS)} records: keep the file under Files and let the
              program read it.
            </p>`
          : nothing
      }
      <footer>
        <button type="button" class="framed" @click=${() => this.dialog.close()}>Cancel</button>
        <button class="primary" ?disabled=${count === 0 || isTooMuch}>Put it in</button>
      </footer>
    </form>`;
  }

  private renderHeaderChoice() {
    return html`<label class="choice">
      <input
        type="checkbox"
        ?checked=${this.hasHeader}
        @change=${(event: Event) => {
          this.hasHeader = (event.target as HTMLInputElement).checked;
        }}
      />
      The first row has the names of the columns
    </label>`;
  }

  private renderSplitting(columns: readonly string[]) {
    const { splitting } = this;
    const size = splitting.kind === "size" ? splitting.size : 10;
    const choose = (next: Splitting) => {
      this.splitting = next;
    };
    return html`<fieldset>
      <legend>How it becomes batches</legend>
      <label class="choice">
        <input type="radio" name="splitting" ?checked=${splitting.kind === "one"} @change=${() => choose({ kind: "one" })} />
        All in one batch
      </label>
      <label class="choice">
        <input type="radio" name="splitting" ?checked=${splitting.kind === "size"} @change=${() => choose({ kind: "size", size })} />
        <input
          type="number"
          min="1"
          aria-label="Records a batch"
          .value=${String(size)}
          @input=${(event: Event) => choose({ kind: "size", size: Number((event.target as HTMLInputElement).value) || 1 })}
        />
        records a batch
      </label>
      ${
        columns.length > 1
          ? html`<label class="choice">
              <input type="radio" name="splitting" ?checked=${splitting.kind === "column"} @change=${() => choose({ kind: "column", column: 0 })} />
              A batch a value of
              <select
                aria-label="Column"
                @change=${(event: Event) => choose({ kind: "column", column: Number((event.target as HTMLSelectElement).value) })}
              >
                ${columns.map((name, index) => html`<option value=${index}>${name}</option>`)}
              </select>
            </label>`
          : nothing
      }
    </fieldset>`;
  }

  private renderDestination() {
    const choose = (replaces: boolean) => () => {
      this.replaces = replaces;
    };
    return html`<fieldset>
      <legend>Where it goes</legend>
      <label class="choice">
        <input type="radio" name="destination" ?checked=${!this.replaces} @change=${choose(false)} />
        Behind the batches that are there
      </label>
      <label class="choice">
        <input type="radio" name="destination" ?checked=${this.replaces} @change=${choose(true)} />
        In their place
      </label>
    </fieldset>`;
  }

  private finish(batches: string[][]): void {
    this.dispatchEvent(new BatchesImport(batches, this.replaces && this.existing > 0));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-batch-import": BatchImport;
  }
}
