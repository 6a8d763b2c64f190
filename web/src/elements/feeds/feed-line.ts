import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { LineAct } from "../events.js";

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
    css`
      :host {
        display: grid;
        grid-template-columns: 1.25rem minmax(0, 1fr);
        align-items: center;
        padding: 0 var(--inset);
      }
      .mark {
        font-size: var(--text-label);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      button {
        display: block;
        width: 100%;
        height: auto;
        min-height: 1.5rem;
        padding: 0 0.25rem;
        font: var(--text-label) / 1.5rem var(--font-code);
        text-align: left;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        cursor: text;
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
  @query("input") private input!: HTMLInputElement | null;
  @query("button") private button!: HTMLButtonElement | null;

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
            @blur=${() => this.close(true)}
          />`
        : html`<button
            aria-label="${this.label}: ${this.text}"
            title="Click to edit, Delete to remove, Alt + arrow to move to another batch"
            @click=${this.open}
            @keydown=${this.takeKey}
          >${this.text === "" ? "​" : this.text}</button>`
    }`;
  }

  private async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.input?.select();
  }

  private close(keeps: boolean): void {
    if (!this.isOpen) return;
    const text = this.input?.value ?? this.text;
    this.isOpen = false;
    if (keeps && text !== this.text) this.dispatchEvent(new LineAct("write", text));
  }

  private takeKey(event: KeyboardEvent): void {
    const move = { ArrowUp: "earlier", ArrowDown: "later" }[event.key] as LineAct["act"] | undefined;
    if (event.key === "Delete" || event.key === "Backspace") this.dispatchEvent(new LineAct("remove", ""));
    else if (event.altKey && move) this.dispatchEvent(new LineAct(move, ""));
    else return;
    event.preventDefault();
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
