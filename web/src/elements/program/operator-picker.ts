import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { OperatorInfo } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { MethodPick } from "../events.js";
import { closeIcon } from "../icons.js";

/** A searchable list of the methods that can be added, grouped, each with what it does. */
@customElement("brooklet-operator-picker")
export class OperatorPicker extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      dialog {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        gap: 0.5rem;
        width: min(34rem, 100vw - 1rem);
        height: min(38rem, 100dvh - 2rem);
        padding: 0.75rem;
        color: var(--ink);
        background: var(--surface-high);
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) + 3px);
        box-shadow: var(--shadow);
      }
      dialog:not([open]) {
        display: none;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 30%);
      }
      header {
        display: flex;
        gap: 0.5rem;
      }
      input {
        flex: 1;
      }
      .list {
        overflow: auto;
        margin: 0 -0.25rem;
        padding: 0 0.25rem;
      }
      h3 {
        position: sticky;
        top: 0;
        padding: 0.375rem 0.5rem 0.25rem;
        font-size: var(--text-label);
        font-weight: 600;
        color: var(--ink-soft);
        background: var(--surface-high);
      }
      .list button {
        display: grid;
        justify-content: start;
        justify-items: start;
        width: 100%;
        height: auto;
        padding: 0.25rem 0.5rem;
        gap: 0;
        text-align: left;
        white-space: normal;
      }
      .list button:focus-visible {
        outline-offset: -2px;
      }
      code {
        font: 600 var(--text-body) / 1.4 var(--font-code);
      }
      p {
        padding: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) operators: readonly OperatorInfo[] = [];
  /** What is chosen here, in a few words. */
  @property() label = "";
  @state() private sought = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private input!: HTMLInputElement;

  /** Opens the list over the page. */
  open(): void {
    this.sought = "";
    this.dialog.showModal();
    this.input.value = "";
    this.input.focus();
  }

  override render() {
    const found = this.found;
    const groups = [...new Set(found.map(({ group }) => group))];
    return html`<dialog aria-label=${this.label} @click=${this.closeOutside} @keydown=${this.takeKey}>
      <header>
        <input
          type="search"
          aria-label="Search the list"
          placeholder="Search: window, reduce, count …"
          @input=${(event: Event) => {
            this.sought = (event.target as HTMLInputElement).value.trim().toLowerCase();
          }}
        />
        <button class="icon-only" aria-label="Close" @click=${() => this.dialog.close()}>${closeIcon}</button>
      </header>
      <div class="list" role="region" aria-label=${this.label} tabindex="-1">
        ${groups.map(
          (group) => html`<h3>${group}</h3>
            ${found.filter((info) => info.group === group).map((info) => this.renderMethod(info))}`,
        )}
        ${found.length === 0 ? html`<p class="soft">Nothing is called or does “${this.sought}”.</p>` : nothing}
      </div>
    </dialog>`;
  }

  private renderMethod({ method, summary }: OperatorInfo) {
    return html`<button @click=${() => this.pick(method)}><code>${method}</code><span class="soft">${summary}</span></button>`;
  }

  /** The methods that fit the search. Those whose names begin with it come first in their groups. */
  private get found(): OperatorInfo[] {
    const { sought } = this;
    if (sought === "") return [...this.operators];
    const rank = ({ method, summary, group }: OperatorInfo) => {
      const name = method.toLowerCase();
      if (name.startsWith(sought)) return 0;
      if (name.includes(sought)) return 1;
      return `${summary} ${group}`.toLowerCase().includes(sought) ? 2 : 3;
    };
    return this.operators.filter((info) => rank(info) < 3).sort((one, other) => rank(one) - rank(other));
  }

  private pick(method: string): void {
    this.dialog.close();
    this.dispatchEvent(new MethodPick(method));
  }

  /** Arrow keys go through the list; Enter in the search takes its first method. */
  private takeKey(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(".list button")];
    const active = (this.renderRoot as ShadowRoot).activeElement;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const next = buttons.indexOf(active as HTMLElement) + step;
      event.preventDefault();
      if (next < 0) this.input.focus();
      else buttons[Math.min(next, buttons.length - 1)]?.focus();
    } else if (event.key === "Enter" && active === this.input) {
      const [first] = this.found;
      event.preventDefault();
      if (first) this.pick(first.method);
    }
  }

  private closeOutside(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-operator-picker": OperatorPicker;
  }
}
