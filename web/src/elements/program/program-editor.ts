import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { PythonEditor } from "../../editor/python-editor.js";
import { tokenize } from "../../editor/python-tokens.js";
import type { Diagnostic, Place, TextChange } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { codeTokens } from "../../styles/code-tokens.js";
import { RunRequest, TextEdit } from "../events.js";

/** The program's text: coloured text first, then an editor once that is loaded. */
@customElement("brooklet-program-editor")
export class ProgramEditor extends LitElement {
  static override styles = [
    base,
    codeTokens,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        background: var(--surface);
      }
      .editor {
        height: 100%;
      }
      /* The text stands where the editor will put it. */
      .static {
        display: flex;
        height: 100%;
        overflow: auto;
        cursor: text;
      }
      pre {
        padding: 0.5rem 0.75rem 0.5rem 0.5rem;
        font: var(--text-body) / 1.55 var(--font-code);
      }
      .numbers {
        flex: none;
        width: 3rem;
        padding: 0.5rem 0.25rem 0.5rem 0;
        color: var(--ink-faint);
        text-align: right;
      }
    `,
  ];

  @property() text = "";
  @property() fileName = "";
  @property({ attribute: false }) marks: readonly Diagnostic[] = [];
  /** Whether the editor is loaded now. Else it is loaded when the person uses it. */
  @property({ type: Boolean }) eager = false;

  @state() private editor: PythonEditor | null = null;
  @query(".editor") private frame!: HTMLElement;
  private loading: Promise<PythonEditor> | null = null;

  /** Selects a place of the text and brings it into view. */
  async reveal(place: Place): Promise<void> {
    (await this.load()).reveal(place);
  }

  /** The text in the editor now. The page hears of an edit a moment later. */
  get current(): string {
    return this.editor?.text ?? this.text;
  }

  /** Makes changes of a form as one step of the editor's history. */
  async apply(changes: readonly TextChange[]): Promise<void> {
    (await this.load()).apply(changes);
  }

  async undo(): Promise<void> {
    (await this.load()).undo();
  }

  async redo(): Promise<void> {
    (await this.load()).redo();
  }

  override render() {
    return html`
      <div class="editor" ?hidden=${!this.editor}></div>
      ${this.editor ? null : this.renderStatic()}
    `;
  }

  private renderStatic() {
    const numbers = this.text.split("\n").map((_, index) => `${index + 1}\n`);
    return html`<div
      class="static"
      tabindex="0"
      role="region"
      aria-label="Text of the program"
      @focus=${this.takeFocus}
      @pointerdown=${this.takeFocus}
    >
      <pre class="numbers" aria-hidden="true">${numbers}</pre>
      <pre>${tokenize(this.text).map(({ kind, text }) => html`<span class=${kind}>${text}</span>`)}</pre>
    </div>`;
  }

  override updated(changes: PropertyValues<this>): void {
    if (this.eager && !this.loading) void this.load();
    if (!this.editor) return;
    if (changes.has("fileName")) this.editor.open(this.text);
    else if (changes.has("text") && this.editor.text !== this.text) this.editor.replace(this.text);
    if (changes.has("marks") || changes.has("fileName")) this.editor.mark(this.marks);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editor?.destroy();
    this.editor = null;
    this.loading = null;
  }

  private async takeFocus(): Promise<void> {
    const editor = await this.load();
    await this.updateComplete;
    editor.focus();
  }

  private load(): Promise<PythonEditor> {
    this.loading ??= import("../../editor/python-editor.js").then(({ PythonEditor }) => {
      const root = this.renderRoot as ShadowRoot;
      const editor = new PythonEditor(this.frame, root, this.text, {
        edited: (text) => this.dispatchEvent(new TextEdit(text)),
        runRequested: () => this.dispatchEvent(new RunRequest("run")),
      });
      editor.mark(this.marks);
      this.editor = editor;
      return editor;
    });
    return this.loading;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-program-editor": ProgramEditor;
  }
}
