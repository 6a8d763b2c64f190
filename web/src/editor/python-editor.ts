import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, undo } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Diagnostic, Place, TextChange } from "../generated/index.js";
import { codeColors } from "./code-colors.js";
import { codeTheme } from "./code-theme.js";
import { placeDiagnostic, toRange } from "./places.js";

/** What the editor tells. */
export interface EditorListener {
  edited(text: string): void;
  runRequested(): void;
}

/** The editor of the program's text: CodeMirror with what Python needs. */
export class PythonEditor {
  private readonly view: EditorView;
  private readonly extensions: Extension;
  /** The help while typing. It is loaded after the text is shown. */
  private readonly assistance = new Compartment();
  private loadedAssistance: Extension = [];

  constructor(parent: HTMLElement, root: ShadowRoot, text: string, listener: EditorListener) {
    this.extensions = [
      keymap.of([
        {
          key: "Mod-Enter",
          run: () => {
            listener.runRequested();
            return true;
          },
        },
      ]),
      lintGutter(),
      lineNumbers(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      indentUnit.of("    "),
      EditorState.tabSize.of(4),
      new LanguageSupport(pythonLanguage),
      syntaxHighlighting(codeColors),
      codeTheme,
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
      EditorView.contentAttributes.of({
        "aria-label": "Program",
        "aria-description":
          "Escape, then Tab, leaves the editor. Control Enter runs the program. Control Shift Space says what the call at the caret takes.",
        tabindex: "0",
        autocapitalize: "off",
        autocorrect: "off",
        spellcheck: "false",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) listener.edited(update.state.doc.toString());
      }),
    ];
    this.view = new EditorView({ parent, root, state: this.freshState(text) });
    void import("./assistance.js").then(({ assistance }) => {
      this.loadedAssistance = assistance();
      this.view.dispatch({ effects: this.assistance.reconfigure(this.loadedAssistance) });
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Shows another program, with an undo history of its own. */
  open(text: string): void {
    this.view.setState(this.freshState(text));
  }

  /** Puts another text in the place of this one; undo brings it back. */
  replace(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  /** Makes changes of a form as one step of the history. */
  apply(changes: readonly TextChange[]): void {
    this.view.dispatch({ changes: [...changes], annotations: isolateHistory.of("full"), userEvent: "input.form" });
  }

  undo(): void {
    undo(this.view);
  }

  redo(): void {
    redo(this.view);
  }

  /** Shows what there is to say about the text, at its places. */
  mark(diagnostics: readonly Diagnostic[]): void {
    const { state } = this.view;
    this.view.dispatch(
      setDiagnostics(
        state,
        diagnostics.filter(({ place }) => place !== null).map((diagnostic) => placeDiagnostic(state.doc, diagnostic)),
      ),
    );
  }

  /** Selects a place and brings it into view. */
  reveal(place: Place): void {
    const { from, to } = toRange(this.view.state.doc, place);
    this.view.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.view.focus();
  }

  focus(): void {
    this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }

  private freshState(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [this.assistance.of(this.loadedAssistance), this.extensions],
    });
  }
}
