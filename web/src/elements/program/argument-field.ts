import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { numberOfLiteral, stringLiteral, textOfLiteral } from "../../form/literals.js";
import type { CallArgument } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { ArgumentEdit, type FieldEdit } from "../events.js";
import type { CodeField } from "./code-field.js";
import "./code-field.js";

/** An argument of a call, in the control that fits what it takes. */
@customElement("brooklet-argument-field")
export class ArgumentField extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: 6.75rem minmax(0, 1fr);
        gap: 0.125rem 0.5rem;
        align-items: start;
      }
      .name {
        padding-top: 0.3125rem;
        font-size: var(--text-label);
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
      .control {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        min-width: 0;
      }
      brooklet-code-field,
      input[type="text"] {
        flex: 1;
      }
      input[type="number"] {
        width: 6rem;
        font-variant-numeric: tabular-nums;
      }
      .problem {
        grid-column: 2;
      }
    `,
  ];

  @property({ attribute: false }) argument!: CallArgument;
  /** What is wrong with it. */
  @property() problem = "";
  /** Names of streams, for an argument that is one. */
  @property({ attribute: false }) streams: readonly string[] = [];
  /** Names that the program knows. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ type: Boolean }) readOnly = false;
  @query("brooklet-code-field, input, select") private control!: CodeField | HTMLElement;

  override focus(): void {
    this.control.focus();
  }

  override render() {
    const { name } = this.argument;
    return html`
      <span class="name" aria-hidden="true">${name}</span>
      <div class="control">${this.renderControl()}</div>
      ${this.problem === "" ? nothing : html`<p class="problem">${this.problem}</p>`}
    `;
  }

  private renderControl() {
    const { kind, text } = this.argument;
    const number = text === null ? "" : numberOfLiteral(text);
    if ((kind === "duration" || kind === "count") && number !== null) return this.renderNumber(kind, number);
    if (kind === "flag" && (text === null || text === "True" || text === "False")) return this.renderFlag(text);
    if (kind === "text" && (text === null || textOfLiteral(text) !== null)) return this.renderText(text);
    if (kind === "stream") return this.renderStream(text);
    return this.renderCode(text);
  }

  private renderNumber(kind: "duration" | "count", number: string) {
    const { name, default: usual } = this.argument;
    return html`<input
        type="number"
        aria-label=${name}
        min=${kind === "count" ? "0" : nothing}
        step=${kind === "count" ? "1" : "any"}
        placeholder=${usual ?? ""}
        ?readonly=${this.readOnly}
        .value=${number}
        @change=${(event: Event) => this.edit((event.target as HTMLInputElement).value)}
      />${kind === "duration" ? html`<span class="soft">seconds</span>` : nothing}`;
  }

  private renderFlag(text: string | null) {
    const { name, default: usual } = this.argument;
    return html`<select
      aria-label=${name}
      ?disabled=${this.readOnly}
      @change=${(event: Event) => this.edit((event.target as HTMLSelectElement).value)}
    >
      ${usual === null ? nothing : html`<option value="" ?selected=${text === null}>as usual: ${usual}</option>`}
      ${["True", "False"].map((flag) => html`<option value=${flag} ?selected=${text === flag}>${flag}</option>`)}
    </select>`;
  }

  private renderText(text: string | null) {
    const { name, default: usual } = this.argument;
    return html`<input
      type="text"
      aria-label=${name}
      placeholder=${usual ?? ""}
      ?readonly=${this.readOnly}
      .value=${text === null ? "" : (textOfLiteral(text) ?? "")}
      @change=${(event: Event) => {
        const typed = (event.target as HTMLInputElement).value;
        this.edit(typed === "" && !this.argument.isRequired ? "" : stringLiteral(typed));
      }}
    />`;
  }

  private renderStream(text: string | null) {
    const choices = text === null || this.streams.includes(text) ? this.streams : [text, ...this.streams];
    return html`<select
      aria-label=${this.argument.name}
      ?disabled=${this.readOnly}
      @change=${(event: Event) => this.edit((event.target as HTMLSelectElement).value)}
    >
      ${text === null ? html`<option value="" selected>choose a stream</option>` : nothing}
      ${choices.map((name) => html`<option value=${name} ?selected=${name === text}>${name}</option>`)}
    </select>`;
  }

  private renderCode(text: string | null) {
    const { name, default: usual } = this.argument;
    return html`<brooklet-code-field
      .value=${text ?? ""}
      label=${name}
      placeholder=${usual ?? ""}
      problem=${this.problem}
      .names=${this.names}
      ?readOnly=${this.readOnly}
      @field-edit=${({ text }: FieldEdit) => this.edit(text)}
    ></brooklet-code-field>`;
  }

  private edit(text: string): void {
    const written = text.trim() === "" ? null : text;
    if (written !== this.argument.text) this.dispatchEvent(new ArgumentEdit(this.argument.name, written));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-argument-field": ArgumentField;
  }
}
