import { html, type TemplateResult } from "lit";
import type { ItemAct } from "../../feeds/feed-list.js";
import { closeIcon, downIcon, upIcon } from "../icons.js";

const TOOLS: readonly { act: ItemAct; name: string; icon: unknown }[] = [
  { act: "earlier", name: "Move to the batch before", icon: upIcon },
  { act: "later", name: "Move to the next batch", icon: downIcon },
  { act: "remove", name: "Remove", icon: closeIcon },
];

/**
 * Buttons for what can be done with an item of a feed. `styles/feed-pane.ts` has their looks.
 *
 * Some browsers give a button the focus only where it has a `tabindex`.
 */
export function renderItemTools(take: (act: ItemAct) => void): TemplateResult {
  return html`<span class="tools">
    ${TOOLS.map(
      ({ act, name, icon }) =>
        html`<button type="button" tabindex="0" class="icon-only" aria-label=${name} title=${name} @click=${() => take(act)}>${icon}</button>`,
    )}
  </span>`;
}

/** What a key means for an item that has the focus: Delete takes it out, Alt with an arrow moves it. */
export function actOfKey({ key, altKey }: KeyboardEvent): ItemAct | undefined {
  if (key === "Delete" || key === "Backspace") return "remove";
  const moves: Record<string, ItemAct> = { ArrowUp: "earlier", ArrowDown: "later" };
  return altKey ? moves[key] : undefined;
}
