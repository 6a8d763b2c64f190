import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { splitArguments } from "../document/arguments.js";
import { base } from "../styles/base.js";
import { fields } from "../styles/fields.js";
import { SettingsEdit } from "./events.js";

/** What stands behind the program's name on the command line: a program finds it in `sys.argv`. */
@customElement("brooklet-arguments-field")
export class ArgumentsField extends LitElement {
  static override styles = [
    base,
    fields,
    css`
      :host {
        display: block;
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0.25rem var(--gap);
      }
    `,
  ];

  @property() line = "";
  @state() private isOpen = false;

  override render() {
    return html`<label>
      <span class="soft">Arguments</span>
      <input
        type="text"
        class="code"
        placeholder="localhost 9999"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-invalid=${this.isOpen}
        .value=${this.line}
        @change=${this.take}
      />
      ${this.isOpen ? html`<span class="problem" role="status">A quote is not closed.</span>` : nothing}
    </label>`;
  }

  private take(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.isOpen = splitArguments(value) === null;
    if (!this.isOpen && value !== this.line) this.dispatchEvent(new SettingsEdit({ arguments: value.trim() }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-arguments-field": ArgumentsField;
  }
}
