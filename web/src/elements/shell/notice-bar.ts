import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Notice } from "../../run/session.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { closeIcon, hintIcon, problemIcon } from "../icons.js";

/** One thing that happened, until it is dismissed. */
@customElement("brooklet-notice-bar")
export class NoticeBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .notice {
        display: flex;
        align-items: center;
        gap: var(--gap);
        padding: 0.25rem 0.375rem 0.25rem var(--inset);
        border-bottom: 1px solid var(--line);
        background: var(--accent-soft);
      }
      .problem {
        background: var(--problem-soft);
      }
      .problem > svg {
        color: var(--problem);
      }
      p {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) notice: Notice | null = null;

  override render() {
    return html`<div role="status">
      ${
        this.notice
          ? html`<div class="notice ${this.notice.tone}">
              ${this.notice.tone === "problem" ? problemIcon : hintIcon}
              <p>${this.notice.text}</p>
              <button class="icon-only" aria-label="Dismiss" @click=${() => this.dispatchEvent(new Event("dismiss"))}>
                ${closeIcon}
              </button>
            </div>`
          : null
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-notice-bar": NoticeBar;
  }
}
