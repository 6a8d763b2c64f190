import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { apiHints } from "./api-hints.js";

/** What helps while typing: closing brackets, what pyspark has, what a call takes. */
export function assistance(): Extension {
  return [closeBrackets(), keymap.of(closeBracketsKeymap), apiHints()];
}
