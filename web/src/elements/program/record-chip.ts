import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { tokenize } from "../../editor/python-tokens.js";
import { rowLiteral } from "../../form/literals.js";
import { isTableText, parseTable } from "../../inputs/table-text.js";
import { base } from "../../styles/base.js";
import { codeTokens } from "../../styles/code-tokens.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { RecordKey } from "../events.js";

/**
 * A record of a batch: a chip that opens into a field.
 *
 * Enter or a click opens it, Delete takes it out, Alt with an arrow or a drag moves it along its batch or to another one.
 */
@customElement("brooklet-record-chip")
export class RecordChip extends LitElement {
  static override styles = [
    base,
    controls,
    codeTokens,
    fields,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      button {
        display: block;
        max-width: 100%;
        height: auto;
        min-height: 1.5rem;
        padding: 0 0.3125rem;
        font: var(--text-label) / 1.375rem var(--font-code);
        text-align: left;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        background: var(--surface-low);
        border: 1px solid var(--line);
        border-radius: 3px;
        cursor: text;
      }
      button:hover:not(:disabled) {
        border-color: var(--line-strong);
      }
      button:disabled {
        color: inherit;
        opacity: 1;
      }
      input[type="text"].code {
        width: calc(var(--length) * 1ch + 1.5rem);
        min-width: 5rem;
        max-width: 100%;
        height: 1.5rem;
        padding: 0 0.3125rem;
        font-size: var(--text-label);
      }
    `,
  ];

  /** The expression as the program has it. */
  @property() text = "";
  @property() label = "";
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ type: Boolean }) fixed = false;
  @state() private draft: string | null = null;
  @query("input") private input!: HTMLInputElement | null;
  @query("button") private button!: HTMLButtonElement | null;

  override focus(): void {
    (this.input ?? this.button)?.focus();
  }

  override render() {
    if (this.draft === null) {
      return html`<button
        ?disabled=${this.fixed}
        aria-label="${this.label}: ${this.text}"
        aria-keyshortcuts="Delete Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown"
        title=${this.fixed ? nothing : "Enter edits, Delete removes, Alt and an arrow or dragging moves"}
        @click=${this.open}
        @keydown=${this.takeKey}
        @paste=${this.takePaste}
      >${tokenize(this.text).map(({ kind, text }) => html`<span class=${kind}>${text}</span>`)}</button>`;
    }
    return html`<input
      type="text"
      class="code"
      style="--length: ${this.draft.length}"
      aria-label=${this.label}
      spellcheck="false"
      autocapitalize="off"
      autocomplete="off"
      .value=${this.draft}
      @input=${(event: Event) => {
        this.draft = (event.target as HTMLInputElement).value;
      }}
      @keydown=${this.takeFieldKey}
      @paste=${this.takePaste}
      @blur=${() => this.close(true)}
    />`;
  }

  override updated(): void {
    // If the chip could be dragged while its field is open, no text in the field could be selected.
    this.draggable = !this.fixed && this.draft === null;
  }

  private async open(): Promise<void> {
    this.draft = this.text;
    await this.updateComplete;
    this.input?.select();
  }

  private close(takes: boolean): void {
    const { draft } = this;
    this.draft = null;
    if (!takes || draft === null || draft === this.text) return;
    if (draft.trim() === "") this.ask("remove");
    else this.ask("write", [draft.trim()]);
  }

  private takeKey(event: KeyboardEvent): void {
    const move = { ArrowLeft: "earlier", ArrowRight: "later", ArrowUp: "above", ArrowDown: "below" }[event.key];
    if (event.key === "Delete" || event.key === "Backspace") this.ask("remove");
    else if (event.altKey && move) this.ask(move as RecordKey["act"]);
    else return;
    event.preventDefault();
  }

  private async takeFieldKey(event: KeyboardEvent): Promise<void> {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.close(event.key === "Enter");
    await this.updateComplete;
    this.focus();
  }

  /** Pasted cells of a spreadsheet are inserted as records behind this one. */
  private takePaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (this.fixed || !isTableText(pasted)) return;
    event.preventDefault();
    this.draft = null;
    this.ask("insert", parseTable(pasted, "\t").map(rowLiteral));
  }

  private ask(act: RecordKey["act"], texts: readonly string[] = []): void {
    this.dispatchEvent(new RecordKey(act, texts));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-record-chip": RecordChip;
  }
}
