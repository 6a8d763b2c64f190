import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Example } from "../../document/examples.js";
import { titleOf } from "../../document/program.js";
import { PROGRAM_FILES } from "../../document/read-program.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { type ProgramAction, ProgramRequest } from "../events.js";
import { closeIcon } from "../icons.js";
import type { Popup } from "./popup.js";
import "./popup.js";

/** The name of the open program, and a menu of the others: examples, one's own, a file, a new one. */
@customElement("brooklet-program-menu")
export class ProgramMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
        min-width: 0;
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }
      .mark {
        color: var(--ink-faint);
        white-space: nowrap;
      }
      h2 {
        padding: 0.5rem 0.5rem 0.25rem;
        font-size: var(--text-label);
        font-weight: 600;
        color: var(--ink-faint);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: flex;
        align-items: stretch;
      }
      li button,
      .actions button {
        height: auto;
        min-height: var(--control-height);
        padding: 0.375rem 0.5rem;
      }
      .choice {
        flex: 1;
        min-width: 0;
        display: block;
        text-align: left;
        white-space: normal;
      }
      .choice[aria-current="true"] {
        background: var(--accent-soft);
      }
      .choice .summary {
        display: block;
        color: var(--ink-soft);
        font-size: var(--text-label);
      }
      .actions {
        display: flex;
        gap: var(--gap);
        margin-top: 0.375rem;
        padding: 0.5rem 0.375rem 0.125rem;
        border-top: 1px solid var(--line);
      }
      @media (max-width: 699px) {
        .mark {
          display: none;
        }
      }
    `,
  ];

  @property() fileName = "";
  @property({ attribute: false }) examples: readonly Example[] = [];
  /** File names of the examples that were changed. */
  @property({ attribute: false }) changed: readonly string[] = [];
  /** File names of the person's own programs. */
  @property({ attribute: false }) own: readonly string[] = [];
  @query("brooklet-popup") private popup!: Popup;
  @query("input") private fileInput!: HTMLInputElement;

  override render() {
    const isChanged = this.changed.includes(this.fileName);
    return html`
      <brooklet-popup label="Programs">
        <span slot="name" class="title">${titleOf(this.fileName)}</span>
        ${isChanged ? html`<span slot="name" class="mark">edited</span>` : null}
        <h2>Examples</h2>
        <ul>
          ${this.examples.map(
            ({ fileName, title, summary }) => html`<li>
              ${this.renderChoice(fileName, title, summary)}
              ${
                this.changed.includes(fileName)
                  ? html`<button @click=${() => this.ask({ kind: "restore", fileName })} aria-label="Undo all edits of ${title}">
                      Reset
                    </button>`
                  : null
              }
            </li>`,
          )}
        </ul>
        ${this.own.length > 0 ? this.renderOwn() : null}
        <div class="actions">
          <button class="framed" @click=${() => this.ask({ kind: "create" })}>New program</button>
          <button class="framed" @click=${() => this.fileInput.click()}>Open a file…</button>
          <input type="file" accept=${PROGRAM_FILES} hidden aria-label="Python file or notebook" @change=${this.openFile} />
        </div>
      </brooklet-popup>
    `;
  }

  private renderOwn() {
    return html`
      <h2>Yours, kept in this browser</h2>
      <ul>
        ${this.own.map(
          (fileName) => html`<li>
            ${this.renderChoice(fileName, titleOf(fileName), fileName)}
            <button
              class="icon-only"
              aria-label="Delete ${fileName}"
              title="Delete"
              @click=${() => this.ask({ kind: "discard", fileName })}
            >
              ${closeIcon}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }

  private renderChoice(fileName: string, title: string, summary: string) {
    return html`<button
      class="choice"
      aria-current=${fileName === this.fileName}
      @click=${() => this.ask({ kind: "open", fileName })}
    >
      ${title}
      <span class="summary">${summary}</span>
    </button>`;
  }

  private openFile(): void {
    const file = this.fileInput.files?.[0];
    this.fileInput.value = "";
    if (file) this.ask({ kind: "openFile", file });
  }

  private ask(action: ProgramAction): void {
    this.popup.close();
    this.dispatchEvent(new ProgramRequest(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-program-menu": ProgramMenu;
  }
}
