import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Diagnostic, Severity } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { FixRequest, PlaceRequest } from "../events.js";
import { cautionIcon, hintIcon, problemIcon } from "../icons.js";

const ICONS: Record<Severity, unknown> = { error: problemIcon, warning: cautionIcon, hint: hintIcon };

/** Errors, warnings and hints about the program's text. Each has a link to its place. */
@customElement("brooklet-problem-list")
export class ProblemList extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        max-height: 40%;
        overflow: auto;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.125rem var(--gap);
        padding: 0.375rem var(--inset);
        border-top: 1px solid var(--line);
        background: var(--surface-low);
      }
      li.error {
        background: var(--problem-soft);
      }
      li.warning {
        background: var(--caution-soft);
      }
      .error > svg {
        color: var(--problem);
      }
      .warning > svg {
        color: var(--caution);
      }
      .hint {
        grid-column: 2;
        color: var(--ink-soft);
      }
      .fix {
        grid-column: 2;
        justify-self: start;
      }
      p {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];

  override render() {
    if (this.diagnostics.length === 0) return nothing;
    return html`<ul aria-label="Problems">
      ${this.diagnostics.map(
        ({ severity, message, hint, place, fix }) => html`<li class=${severity}>
          ${ICONS[severity]}
          <p>${message}</p>
          ${
            place
              ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>
                  line ${place.line}
                </button>`
              : nothing
          }
          ${hint ? html`<p class="hint">${hint}</p>` : nothing}
          ${
            fix
              ? html`<button class="fix framed" @click=${() => this.dispatchEvent(new FixRequest(fix))}>${fix.label}</button>`
              : nothing
          }
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-problem-list": ProblemList;
  }
}
