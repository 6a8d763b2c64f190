import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Failure } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { FixRequest, PlaceRequest } from "../events.js";
import { problemIcon } from "../icons.js";

/** What went wrong, where, why, and how to mend it. */
@customElement("brooklet-failure-notice")
export class FailureNotice extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding: 0.5rem var(--inset);
        border-left: 3px solid var(--problem);
        background: var(--problem-soft);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        font-size: var(--text-body);
        font-weight: 600;
        color: var(--problem);
      }
      .message {
        padding-top: 0.125rem;
        overflow-wrap: anywhere;
      }
      .advice {
        padding-top: 0.375rem;
        color: var(--ink);
      }
      .advice b {
        font-weight: 600;
      }
      details {
        padding-top: 0.25rem;
      }
      summary {
        width: max-content;
        min-height: 1.5rem;
        cursor: pointer;
      }
      pre {
        max-height: 16rem;
        padding: 0.5rem;
        overflow: auto;
        font: var(--text-label) / 1.5 var(--font-code);
        background: var(--surface);
        border-radius: var(--radius);
      }
    `,
  ];

  @property({ attribute: false }) failure!: Failure;
  /** What failed: a batch, an output, the program. */
  @property() subject = "";

  override render() {
    const { title, message, traceback, place, why, mend, fix } = this.failure;
    return html`
      <h3>${problemIcon}<span>${this.subject}: ${title}</span></h3>
      <p class="message">
        ${message}
        ${
          place
            ? html`<button class="plain-link" @click=${() => this.dispatchEvent(new PlaceRequest(place))}>
                line ${place.line}
              </button>`
            : nothing
        }
      </p>
      ${why ? html`<p class="advice"><b>Why:</b> ${why}</p>` : nothing}
      ${mend ? html`<p class="advice"><b>To mend it:</b> ${mend}</p>` : nothing}
      ${fix ? html`<p class="advice"><button class="framed" @click=${() => this.dispatchEvent(new FixRequest(fix))}>${fix.label}</button></p>` : nothing}
      ${
        traceback
          ? html`<details>
              <summary>Traceback</summary>
              <pre tabindex="0" role="region" aria-label="Traceback">${traceback}</pre>
            </details>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-failure-notice": FailureNotice;
  }
}
