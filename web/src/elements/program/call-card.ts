import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CallArgument, StreamCall } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { type ArgumentEdit, PlaceRequest, ProgramEditRequest } from "../events.js";
import { closeIcon, downIcon, upIcon } from "../icons.js";
import "./argument-field.js";

/** One call of the program: what it does, its arguments as fields, and what can be done with it. */
@customElement("brooklet-call-card")
export class CallCard extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: grid;
        gap: 0.375rem;
        padding: 0.375rem 0.5rem 0.5rem 0.625rem;
        background: var(--surface-high);
        border: 1px solid var(--line);
        border-left: 3px solid var(--line-strong);
        border-radius: var(--radius);
      }
      :host([role-of="input"]) {
        border-left-color: var(--accent);
      }
      :host([role-of="output"]) {
        border-left-color: var(--series-2);
      }
      header {
        display: flex;
        align-items: center;
        gap: 0 0.375rem;
        min-width: 0;
      }
      h3 {
        font: 600 var(--text-body) / 1.4 var(--font-code);
        overflow-wrap: anywhere;
      }
      .variable {
        font-family: var(--font-code);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .space {
        flex: 1;
      }
      header button {
        height: 1.5rem;
        flex: none;
      }
      header button.icon-only {
        width: 1.5rem;
        color: var(--ink-soft);
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }
      .options button {
        height: 1.5rem;
        padding: 0 0.375rem;
        font-size: var(--text-label);
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) call!: StreamCall;
  /** What the method does, in one sentence. */
  @property() summary = "";
  /** Problems by the name of the argument. An empty name stands for the call itself. */
  @property({ attribute: false }) problems: ReadonlyMap<string, string> = new Map();
  /** The argument that the grid below the card shows. */
  @property() elsewhere = "";
  @property({ attribute: false }) streams: readonly string[] = [];
  @property({ attribute: false }) names: readonly string[] = [];
  /** Whether it can move up, and down, its chain. */
  @property({ type: Boolean }) canRise = false;
  @property({ type: Boolean }) canSink = false;
  /** Whether the text does not parse as it is: then nothing can be edited. */
  @property({ type: Boolean }) frozen = false;
  /** Optional arguments that are not in the text, but that the person wants to set. */
  @state() private opened: readonly string[] = [];

  override render() {
    const { call } = this;
    const { fixed, method, variable, arguments: all } = call;
    const isShown = ({ name, text, isRequired }: CallArgument) =>
      isRequired || text !== null || this.opened.includes(name) || this.problems.has(name);
    const here = all.filter(({ name }) => name !== this.elsewhere);
    const shown = here.filter(isShown);
    const hidden = fixed ? [] : here.filter((argument) => !isShown(argument));
    return html`
      <header>
        <h3>${method}</h3>
        ${variable ? html`<span class="variable soft" title="Its result is called ${variable}">→ ${variable}</span>` : nothing}
        <span class="space"></span>
        ${this.renderButtons()}
      </header>
      ${this.summary === "" ? nothing : html`<p class="soft">${this.summary}</p>`}
      ${
        fixed
          ? html`<p class="soft">
              ${fixed}
              <button class="plain-link" @click=${this.reveal}>Edit it in the code</button>
            </p>`
          : nothing
      }
      ${shown.map((argument) => this.renderField(argument))}
      ${
        hidden.length > 0
          ? html`<div class="options">
              ${hidden.map(
                ({
                  name,
                }) => html`<button class="framed" aria-label="Set ${name} of ${method}" @click=${() => this.open(name)}>
                  + ${name}
                </button>`,
              )}
            </div>`
          : nothing
      }
      ${this.problems.has("") ? html`<p class="problem" role="status">${this.problems.get("")}</p>` : nothing}
    `;
  }

  private renderButtons() {
    const { id, method, place, fixed } = this.call;
    const isStill = this.frozen || fixed !== null;
    return html`
      <button class="plain-link" @click=${this.reveal}>line ${place.line}</button>
      ${
        isStill
          ? nothing
          : html`${this.call.role === "operator" ? this.renderMoves() : nothing}<button
                class="icon-only"
                aria-label="Remove ${method}"
                title="Remove"
                @click=${() => this.dispatchEvent(new ProgramEditRequest({ type: "removeCall", call: id }, `${id}.`))}
              >
                ${closeIcon}
              </button>`
      }
    `;
  }

  private renderMoves() {
    const { method } = this.call;
    return html`<button
        class="icon-only"
        aria-label="Move ${method} up"
        title="Move up"
        ?disabled=${!this.canRise}
        @click=${() => this.move(true)}
      >
        ${upIcon}</button
      ><button
        class="icon-only"
        aria-label="Move ${method} down"
        title="Move down"
        ?disabled=${!this.canSink}
        @click=${() => this.move(false)}
      >
        ${downIcon}
      </button>`;
  }

  private renderField(argument: CallArgument) {
    return html`<brooklet-argument-field
      data-name=${argument.name}
      .argument=${argument}
      problem=${this.problems.get(argument.name) ?? ""}
      .streams=${this.streams}
      .names=${this.names}
      ?readOnly=${this.frozen || this.call.fixed !== null}
      @argument-edit=${({ name, text }: ArgumentEdit) => this.setArgument(name, text)}
    ></brooklet-argument-field>`;
  }

  private setArgument(name: string, text: string | null): void {
    const { id } = this.call;
    this.dispatchEvent(new ProgramEditRequest({ type: "setArgument", call: id, name, text }, `${id}.${name}`));
  }

  private move(up: boolean): void {
    const { id } = this.call;
    this.dispatchEvent(new ProgramEditRequest({ type: "moveCall", call: id, up }, `${id}.`));
  }

  private open(name: string): void {
    this.opened = [...this.opened, name];
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-name="${CSS.escape(name)}"]`)?.focus(),
    );
  }

  private reveal(): void {
    this.dispatchEvent(new PlaceRequest(this.call.place));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-call-card": CallCard;
  }
}
