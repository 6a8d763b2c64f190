import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { readsArguments } from "../../document/arguments.js";
import type { Program } from "../../document/program.js";
import type { Ask } from "../../engine/engine-client.js";
import { type FormText, makeEdit } from "../../form/make-edit.js";
import type { Diagnostic, Place, ProgramFix } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { paneHead } from "../../styles/pane-head.js";
import { CoresSelect, SettingsEdit, Tell } from "../events.js";
import { redoIcon, undoIcon } from "../icons.js";
import { renderSegments, type Segment } from "../segments.js";
import type { ProgramEditor } from "./program-editor.js";
import "../arguments-field.js";
import "./program-editor.js";

type View = "code" | "form" | "files";

/** The document: its text as code or as a form, and the files that go with it. */
@customElement("brooklet-program-pane")
export class ProgramPane extends LitElement {
  static override styles = [
    base,
    controls,
    paneHead,
    css`
      brooklet-arguments-field {
        flex: none;
        padding: 0.25rem var(--inset);
        border-bottom: 1px solid var(--line);
      }
      brooklet-program-editor,
      brooklet-program-form,
      brooklet-data-files {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) program!: Program;
  @property({ attribute: false }) ask!: Ask;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  /** What is marked in the text: the diagnostics, and the places where the run failed. */
  @property({ attribute: false }) marks: readonly Diagnostic[] = [];
  /** Whether the editor is loaded now. Else it is loaded when the person uses it. */
  @property({ type: Boolean }) eager = false;
  @state() private view: View = "code";
  @query("brooklet-program-editor") private editor!: ProgramEditor;

  /** Shows a place of the text in the code. */
  async reveal(place: Place): Promise<void> {
    this.view = "code";
    await this.updateComplete;
    await this.editor.reveal(place);
  }

  /** Makes the change that mends something. */
  async mend({ change }: ProgramFix): Promise<void> {
    if (change.type === "cores") {
      this.dispatchEvent(new CoresSelect(change.count));
      return;
    }
    if (change.type === "arguments") {
      this.dispatchEvent(new SettingsEdit({ arguments: change.line }));
      return;
    }
    const { edit } = change;
    const refusal = await makeEdit(this.ask, this.source, edit);
    if (refusal !== null) this.dispatchEvent(new Tell("problem", refusal));
    else if (edit.type === "toPython3") {
      const text = "Rewritten. One thing is left to check: in Python 3, 7 / 2 is 3.5; where 3 is meant, write 7 // 2.";
      this.dispatchEvent(new Tell("info", text));
    }
  }

  override render() {
    const { program, view } = this;
    return html`
      <div class="head">
        <h2 class="said-by-tab">Program</h2>
        ${view === "form" ? this.renderHistory() : nothing}
        ${renderSegments("View of the program", this.views, view, (chosen) => this.choose(chosen))}
      </div>
      ${readsArguments(program) ? html`<brooklet-arguments-field .line=${program.arguments}></brooklet-arguments-field>` : nothing}
      <brooklet-program-editor
        ?hidden=${view !== "code"}
        .text=${program.text}
        .fileName=${program.fileName}
        .marks=${this.marks}
        ?eager=${this.eager}
      ></brooklet-program-editor>
      ${view === "form" ? this.renderForm() : nothing}
      ${view === "files" ? html`<brooklet-data-files .files=${program.files}></brooklet-data-files>` : nothing}
      ${view === "code" && this.diagnostics.length > 0 ? this.renderProblems() : nothing}
    `;
  }

  private get views(): readonly Segment<View>[] {
    const count = this.program.files.length;
    return [
      { id: "code", name: "Code" },
      { id: "form", name: "Form" },
      { id: "files", name: count > 0 ? `Files (${count})` : "Files" },
    ];
  }

  private renderProblems() {
    void import("./problem-list.js");
    return html`<brooklet-problem-list .diagnostics=${this.diagnostics}></brooklet-problem-list>`;
  }

  private renderForm() {
    return html`<brooklet-program-form
      .text=${this.program.text}
      .source=${this.source}
      .ask=${this.ask}
      .marks=${this.marks}
      @keydown=${this.takeFormKey}
    ></brooklet-program-form>`;
  }

  private renderHistory() {
    return html`<div>
      <button class="icon-only" aria-label="Undo" title="Undo" @click=${() => this.editor.undo()}>${undoIcon}</button
      ><button class="icon-only" aria-label="Redo" title="Redo" @click=${() => this.editor.redo()}>${redoIcon}</button>
    </div>`;
  }

  private readonly source: FormText = (() => {
    const editor = () => this.editor;
    return {
      get current() {
        return editor().current;
      },
      apply: (changes) => editor().apply(changes),
    };
  })();

  /** Undo outside a field undoes what the form did to the text. */
  private takeFormKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    const isInField = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches("input, textarea"));
    if (isInField) return;
    event.preventDefault();
    if (event.shiftKey) void this.editor.redo();
    else void this.editor.undo();
  }

  private choose(view: View): void {
    this.view = view;
    if (view === "form") void import("./program-form.js");
    if (view === "files") void import("./data-files.js");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-program-pane": ProgramPane;
  }
}
