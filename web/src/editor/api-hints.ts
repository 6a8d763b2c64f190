import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  completionStatus,
} from "@codemirror/autocomplete";
import { type EditorState, type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  type Command,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from "@codemirror/view";
import { type ApiIndex, type FoundEntry, loadApi, nameOf, parametersOf, signatureOf } from "./api-index.js";
import { ExpressionTypes } from "./expression-types.js";

/** The API of pyspark, once it is loaded: hints need it at once. */
let api: ApiIndex | null = null;

/** What pyspark has behind a dot, what is under the pointer, and what the call around the caret takes. */
export function apiHints(): Extension {
  void loadApi().then((loaded) => {
    api = loaded;
  });
  return [
    // This comes before completion, which also takes the key while it still looks for names.
    Prec.highest(keymap.of([{ key: "Escape", run: hideHints }])),
    autocompletion({ override: [completeMember], icons: false }),
    hoverTooltip(async (view, at) => {
      const types = new ExpressionTypes(view.state.doc.toString(), await loadApi());
      const found = types.entryAt(at);
      return found && { pos: found.from, end: found.to, above: true, create: () => ({ dom: draw(found) }) };
    }),
    callHint,
    keymap.of([{ key: "Mod-Shift-Space", run: showCallHint }]),
  ];
}

/** The members that can complete the word behind the last dot. */
async function completeMember(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/\.\w*/);
  if (!word) return null;
  const index = await loadApi();
  const types = new ExpressionTypes(context.state.doc.toString(), index);
  const type = types.isCode(word.from) ? types.before(word.from) : null;
  if (!type) return null;
  const options = index.members(type).map((entry) => ({
    label: nameOf(entry),
    detail: parametersOf(entry),
    info: entry[2],
    type: entry[0] === "value" ? "property" : "method",
  }));
  return { from: word.from + 1, options, validFor: /^\w*$/ };
}

const setCallHint = StateEffect.define<Tooltip | null>();

/** The signature of the call around the caret. Its key or an opening parenthesis shows it; it closes with the call. */
const callHint = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setCallHint)) return effect.value;
    if (!transaction.docChanged && !transaction.selection) return shown;
    let opens = false;
    if (transaction.isUserEvent("input.type")) {
      transaction.changes.iterChanges((_from, _to, _fromNew, _toNew, inserted) => {
        opens ||= inserted.toString().startsWith("(");
      });
    }
    return shown || opens ? hintAt(transaction.state, false) : null;
  },
  provide: (field) => showTooltip.from(field),
});

function found(state: EditorState, atWord: boolean): (FoundEntry & { from: number }) | null {
  if (!api) return null;
  const types = new ExpressionTypes(state.doc.toString(), api);
  const { head } = state.selection.main;
  return (atWord ? types.entryAt(head) : null) ?? types.callAround(head);
}

function hintAt(state: EditorState, atWord: boolean): Tooltip | null {
  const entry = found(state, atWord);
  return entry && { pos: entry.from, above: true, create: () => ({ dom: draw(entry) }) };
}

const showCallHint: Command = (view) => {
  const entry = found(view.state, true);
  if (!entry) return false;
  view.dispatch({
    effects: [
      setCallHint.of(hintAt(view.state, true)),
      EditorView.announce.of(`${signatureOf(entry)}: ${entry.entry[2]}`),
    ],
  });
  return true;
};

/** Closes the hints at the call and at the pointer. If completions are open, it closes only those. */
const hideHints: Command = (view) => {
  const { state } = view;
  const shown = state.field(callHint) !== null || hasHoverTooltips(state);
  if (!shown || completionStatus(state) === "active") return false;
  closeCompletion(view);
  view.dispatch({ effects: [setCallHint.of(null), closeHoverTooltips] });
  return true;
};

/** A signature and the sentence that says what it does. */
function draw(entry: FoundEntry): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-signature";
  dom.setAttribute("role", "tooltip");
  const signature = document.createElement("code");
  signature.textContent = signatureOf(entry);
  const sentence = document.createElement("p");
  sentence.textContent = entry.entry[2];
  dom.append(signature, sentence);
  return dom;
}
