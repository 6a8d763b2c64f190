import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type ApiIndex, loadApi } from "../../editor/api-index.js";
import { tokenize } from "../../editor/python-tokens.js";
import { type Completions, completionsAt } from "../../form/completion.js";
import { base } from "../../styles/base.js";
import { codeTokens } from "../../styles/code-tokens.js";
import { FieldEdit } from "../events.js";

/** How long typing rests before it is taken as an edit, in milliseconds. */
const REST_MS = 500;

const NO_COMPLETIONS: Completions = { from: 0, options: [] };

/** A small editor of one Python expression: coloured, with completion, and with what is wrong below it. */
@customElement("brooklet-code-field")
export class CodeField extends LitElement {
  static override styles = [
    base,
    codeTokens,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
      }
      .field {
        display: grid;
        min-height: var(--control-height);
        background: var(--surface-high);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        overflow: hidden;
      }
      .field:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      .field.wrong {
        border-color: var(--problem);
      }
      pre,
      textarea {
        grid-area: 1 / 1;
        min-width: 0;
        margin: 0;
        padding: 0.25rem 0.5rem;
        border: none;
        font: var(--text-body) / 1.5 var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        tab-size: 4;
      }
      pre {
        pointer-events: none;
      }
      textarea {
        resize: none;
        overflow: hidden;
        background: none;
        color: transparent;
        caret-color: var(--accent);
        outline: none;
      }
      textarea::placeholder {
        color: var(--ink-faint);
        opacity: 1;
      }
      ul {
        position: absolute;
        z-index: 2;
        top: 100%;
        left: 0;
        min-width: 9rem;
        margin: 2px 0 0;
        padding: 0.1875rem;
        list-style: none;
        font: var(--text-body) / 1.5 var(--font-code);
        background: var(--surface-high);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      li {
        padding: 0 0.375rem;
        border-radius: 3px;
        cursor: pointer;
      }
      li[aria-selected="true"] {
        background: var(--accent-soft);
      }
    `,
  ];

  /** The expression as the program has it. */
  @property() value = "";
  @property() label = "";
  @property() placeholder = "";
  /** What is wrong with the expression: it colours the frame, and screen readers read it. */
  @property() problem = "";
  /** The names that the program knows. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ type: Boolean }) readOnly = false;
  /** What was typed and is not in the program yet. */
  @state() private draft: string | null = null;
  @state() private completions = NO_COMPLETIONS;
  @state() private chosen = 0;
  /** Whether a completion was chosen with the arrow keys. Only then does Enter insert it. */
  private isChosen = false;
  @query("textarea") private area!: HTMLTextAreaElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The names of pyspark, once they are loaded. */
  private api: ApiIndex | null = null;

  override focus(): void {
    this.area.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changes: PropertyValues): void {
    const isElsewhere = this.renderRoot?.querySelector("textarea") !== (this.renderRoot as ShadowRoot)?.activeElement;
    if (changes.has("value") && (this.draft === this.value || isElsewhere)) this.draft = null;
  }

  override render() {
    const text = this.draft ?? this.value;
    const { options } = this.completions;
    const isOpen = options.length > 0;
    return html`
      <div class="field ${this.problem === "" ? "" : "wrong"}">
        <pre aria-hidden="true">${tokenize(text).map(({ kind, text }) => html`<span class=${kind}>${text}</span>`)}${"\u200b"}</pre>
        <textarea
          rows="1"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls="options"
          aria-activedescendant=${isOpen ? `option-${this.chosen}` : nothing}
          aria-invalid=${this.problem !== ""}
          aria-description=${this.problem || nothing}
          placeholder=${this.placeholder}
          ?readonly=${this.readOnly}
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          .value=${text}
          @focus=${this.fetchApi}
          @input=${this.takeInput}
          @keydown=${this.takeKey}
          @blur=${this.leave}
        ></textarea>
      </div>
      <ul id="options" role="listbox" aria-label="Completions" ?hidden=${!isOpen}>
        ${options.map(
          (option, index) => html`<li
            id="option-${index}"
            role="option"
            aria-selected=${index === this.chosen}
            @pointerdown=${(event: Event) => {
              event.preventDefault();
              this.complete(option);
            }}
          >
            ${option}
          </li>`,
        )}
      </ul>
    `;
  }

  private async fetchApi(): Promise<void> {
    this.api ??= await loadApi();
  }

  private takeInput(): void {
    this.draft = this.area.value;
    this.chosen = 0;
    this.isChosen = false;
    this.completions = completionsAt(this.draft, this.area.selectionStart, this.names, this.api);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), REST_MS);
  }

  private takeKey(event: KeyboardEvent): void {
    const { options } = this.completions;
    if (options.length > 0) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.chosen = (this.chosen + (this.isChosen || step < 0 ? step : 0) + options.length) % options.length;
        this.isChosen = true;
        event.preventDefault();
        return;
      }
      if (event.key === "Tab" || (event.key === "Enter" && this.isChosen)) {
        this.complete(options[this.chosen] ?? "");
        event.preventDefault();
        return;
      }
      if (event.key === "Escape") {
        this.completions = NO_COMPLETIONS;
        event.preventDefault();
        return;
      }
    }
    if (event.key === "Enter" && !event.shiftKey) {
      this.completions = NO_COMPLETIONS;
      this.commit();
      if (!event.ctrlKey && !event.metaKey) event.preventDefault();
    } else if (event.key === "Escape" && this.draft !== null) {
      this.draft = null;
      clearTimeout(this.timer);
      event.preventDefault();
    }
  }

  private complete(option: string): void {
    const { from } = this.completions;
    this.area.setRangeText(option, from, this.area.selectionStart, "end");
    this.takeInput();
    this.completions = NO_COMPLETIONS;
  }

  private leave(): void {
    this.completions = NO_COMPLETIONS;
    this.commit();
  }

  private commit(): void {
    clearTimeout(this.timer);
    if (this.draft !== null && this.draft !== this.value) this.dispatchEvent(new FieldEdit(this.draft));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-code-field": CodeField;
  }
}
