import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ItemAct } from "../../feeds/feed-list.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { feedItemStyles } from "../../styles/feed-pane.js";
import { fields } from "../../styles/fields.js";
import { ItemRequest, LineWrite } from "../events.js";
import { actOfKey, renderItemTools } from "./item-tools.js";

/**
 * A line that was sent: a button that opens into a field.
 *
 * Enter or a click opens it, Delete takes it out, Alt with an arrow moves it to the batch before or after.
 */
@customElement("brooklet-feed-line")
export class FeedLineElement extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    feedItemStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: 1.25rem minmax(0, 1fr) auto;
        align-items: center;
        padding: 0 var(--inset);
      }
      .mark {
        font-size: var(--text-label);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .item {
        grid-column: 2 / -1;
        cursor: text;
      }
      .text {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
      input[type="text"].code {
        width: 100%;
        height: 1.5rem;
        padding: 0 0.1875rem;
        font-size: var(--text-label);
      }
    `,
  ];

  @property() text = "";
  /** What the line is called. */
  @property() label = "";
  /** What stands before it: its block. */
  @property() mark = "";
  @state() private isOpen = false;
  /** The button that the field took the place of. */
  private opener: HTMLButtonElement | null = null;
  @query("input") private input!: HTMLInputElement | null;
  @query(".item") private button!: HTMLButtonElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    // It is not heard while the focus goes from the field to its buttons.
    this.addEventListener("focusout", (event) => {
      // The button that opened the field loses the focus as it goes.
      if (event.composedPath()[0] !== this.opener) this.close(true);
    });
  }

  override render() {
    return html`<span class="mark" title=${this.mark === "" ? nothing : `Block ${this.mark}`}>${this.mark}</span>${
      this.isOpen
        ? html`<input
              type="text"
              class="code"
              aria-label=${this.label}
              spellcheck="false"
              .value=${this.text}
              @keydown=${this.takeFieldKey}
            />${renderItemTools((act) => this.ask(act))}`
        : html`<button
            class="item"
            aria-label="${this.label}: ${this.text}"
            aria-keyshortcuts="Delete Alt+ArrowUp Alt+ArrowDown"
            title="Click to edit, Delete to remove, drag or Alt + arrow to move to another batch"
            @click=${this.open}
            @keydown=${this.takeKey}
          ><span class="text">${this.text === "" ? "​" : this.text}</span></button>`
    }`;
  }

  override updated(): void {
    // If the line could be dragged while its field is open, no text in the field could be selected.
    this.draggable = !this.isOpen;
  }

  override focus(): void {
    (this.input ?? this.button)?.focus();
  }

  private async open(): Promise<void> {
    this.opener = this.button;
    this.isOpen = true;
    await this.updateComplete;
    this.input?.select();
  }

  private close(keeps: boolean): void {
    if (!this.isOpen) return;
    const text = this.input?.value ?? this.text;
    this.isOpen = false;
    if (keeps && text !== this.text) this.dispatchEvent(new LineWrite(text));
  }

  private ask(act: ItemAct): void {
    this.isOpen = false;
    this.dispatchEvent(new ItemRequest(act));
  }

  private takeKey(event: KeyboardEvent): void {
    const act = actOfKey(event);
    if (!act) return;
    event.preventDefault();
    this.ask(act);
  }

  private async takeFieldKey(event: KeyboardEvent): Promise<void> {
    if ((event.key !== "Enter" && event.key !== "Escape") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.close(event.key === "Enter");
    await this.updateComplete;
    this.button?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-feed-line": FeedLineElement;
  }
}
