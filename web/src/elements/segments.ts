import { html, type TemplateResult } from "lit";

/** One of some views that exclude each other. */
export interface Segment<Id extends string> {
  id: Id;
  name: string;
}

/** Buttons side by side, of which one is pressed. `styles/controls.ts` has their looks. */
export function renderSegments<Id extends string>(
  label: string,
  segments: readonly Segment<Id>[],
  chosen: Id,
  choose: (id: Id) => void,
): TemplateResult {
  return html`<div class="segments" role="group" aria-label=${label}>
    ${segments.map(
      ({ id, name }) =>
        html`<button type="button" aria-pressed=${id === chosen} @click=${() => choose(id)}>${name}</button>`,
    )}
  </div>`;
}
