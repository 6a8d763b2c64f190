import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { downIcon } from "../icons.js";

/** A button that opens a panel over the page; a click outside or Escape closes it. */
@customElement("brooklet-popup")
export class Popup extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
        min-width: 0;
      }
      button {
        min-width: 0;
      }
      .panel {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 0.375rem;
        width: min(var(--popup-width, 22rem), 100vw - 1rem);
        max-height: min(36rem, 100dvh - 4rem);
        overflow: auto;
        color: var(--ink);
        background: var(--surface-high);
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) + 3px);
        box-shadow: var(--shadow);
      }
      .name {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        min-width: 0;
        overflow: hidden;
      }
    `,
  ];

  /** What the panel is called. */
  @property() label = "";
  @query("button") private button!: HTMLButtonElement;
  @query(".panel") private panel!: HTMLElement;

  /** Closes the panel and gives the focus back. */
  close(): void {
    this.panel.hidePopover();
  }

  override render() {
    return html`
      <button class="framed" popovertarget="panel" aria-haspopup="dialog" part="button">
        <span class="name"><slot name="name"></slot></span>${downIcon}
      </button>
      <div
        id="panel"
        class="panel"
        popover
        role="dialog"
        aria-label=${this.label}
        @beforetoggle=${this.place}
        @toggle=${this.focusFirst}
      >
        <slot></slot>
      </div>
    `;
  }

  private place(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    const { left, bottom } = this.button.getBoundingClientRect();
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const wanted = Number.parseFloat(getComputedStyle(this).getPropertyValue("--popup-width")) || 22;
    const width = Math.min(wanted * rem, innerWidth - rem);
    this.panel.style.top = `${bottom + 4}px`;
    this.panel.style.left = `${Math.max(rem / 2, Math.min(left, innerWidth - width - rem / 2))}px`;
  }

  private focusFirst(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    this.querySelector<HTMLElement>("button, [href], input")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-popup": Popup;
  }
}
