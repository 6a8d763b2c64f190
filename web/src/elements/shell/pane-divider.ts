import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../../styles/base.js";

/** How far a key press moves a divider, in hundredths of the panes' width. */
const KEY_STEP = 2;

/** The person moves a divider. Positions are in hundredths of the panes' width. */
export class DividerMove extends Event {
  constructor(readonly position: number) {
    super("divider-move");
  }
}

/** The border between two panes, moved by dragging and by arrow keys. */
@customElement("brooklet-pane-divider")
export class PaneDivider extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0 -0.3125rem 0 auto;
        width: 0.5625rem;
        z-index: 1;
      }
      div {
        height: 100%;
        cursor: col-resize;
        touch-action: none;
      }
      div::after {
        content: "";
        display: block;
        width: 3px;
        height: 100%;
        margin: auto;
      }
      div:hover::after,
      div:active::after,
      div:focus-visible::after {
        background: var(--accent);
      }
      div:focus-visible {
        outline: none;
      }
    `,
  ];

  /** The names of the two panes beside it. */
  @property() label = "";
  /** Where it stands, in hundredths of the panes' width. */
  @property({ type: Number }) position = 50;

  override render() {
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(this.position)}
      @keydown=${this.takeKey}
      @pointerdown=${this.startDrag}
      @pointermove=${this.drag}
    ></div>`;
  }

  private takeKey(event: KeyboardEvent): void {
    const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.dispatchEvent(new DividerMove(this.position + step));
  }

  private startDrag(event: PointerEvent): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus();
  }

  private drag(event: PointerEvent): void {
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const panes = this.parentElement?.parentElement?.getBoundingClientRect();
    if (panes) this.dispatchEvent(new DividerMove(((event.clientX - panes.left) / panes.width) * 100));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-pane-divider": PaneDivider;
  }
}
