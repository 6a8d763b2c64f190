import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FeedFile } from "../../feeds/feed.js";
import type { ItemAct } from "../../feeds/feed-list.js";
import { textOf } from "../../feeds/folder-files.js";
import { formatBytes } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { feedItemStyles } from "../../styles/feed-pane.js";
import { fields } from "../../styles/fields.js";
import { FileWrite, ItemRequest } from "../events.js";
import { actOfKey, renderItemTools } from "./item-tools.js";

/** How much of a file is shown while it is closed, in characters. */
const MOST_SHOWN = 80;

/** A file that appears in a folder: its name and the beginning of its text; it opens into fields. */
@customElement("brooklet-folder-file")
export class FolderFileElement extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    feedItemStyles,
    css`
      :host {
        display: block;
        padding: 0 calc(var(--inset) - 0.25rem);
      }
      .item {
        display: flex;
        gap: 0.5rem;
        overflow: hidden;
        white-space: nowrap;
      }
      .beginning {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--ink-soft);
      }
      .size {
        font-family: var(--font);
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .open {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0.25rem;
        padding: 0.25rem 0;
      }
      .tools button {
        height: var(--control-height);
      }
      textarea,
      .soft {
        grid-column: 1 / -1;
      }
      textarea.plain {
        min-height: 6rem;
        font: var(--text-label) / 1.5 var(--font-code);
        white-space: pre;
        resize: vertical;
      }
    `,
  ];

  @property({ attribute: false }) file!: FeedFile;
  @property({ attribute: false }) batch = 1;
  /** The names of the other files. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @state() private isOpen = false;
  @state() private problem = "";
  @query(".item") private button!: HTMLButtonElement | null;
  @query("input") private name!: HTMLInputElement | null;

  override render() {
    const { name, bytes } = this.file;
    if (this.isOpen) return this.renderOpen();
    const text = textOf(bytes.subarray(0, MOST_SHOWN * 4)) ?? "";
    return html`<button
      class="item"
      aria-label="File ${name}, batch ${this.batch}"
      aria-keyshortcuts="Delete Alt+ArrowUp Alt+ArrowDown"
      title="Click to edit, Delete to remove, drag or Alt + arrow to move to another batch"
      @click=${this.open}
      @keydown=${this.takeKey}
    >
      <span>${name}</span>
      <span class="beginning">${text.slice(0, MOST_SHOWN).replace(/\r?\n/g, " ⏎ ")}</span>
      <span class="size">${formatBytes(bytes.length)}</span>
    </button>`;
  }

  override updated(): void {
    // If the file could be dragged while its fields are open, no text in them could be selected.
    this.draggable = !this.isOpen;
  }

  override focus(): void {
    (this.name ?? this.button)?.focus();
  }

  private renderOpen() {
    const { name, bytes } = this.file;
    const text = textOf(bytes);
    return html`<div class="open" @keydown=${this.takeOpenKey}>
      <input
        type="text"
        class="code"
        aria-label="Name of ${name}"
        spellcheck="false"
        .value=${name}
        @change=${(event: Event) => this.rename(event.target as HTMLInputElement)}
      />
      ${renderItemTools((act) => this.ask(act))}
      <button aria-label="Close ${name}" @click=${this.close}>Done</button>
      ${
        text === null
          ? html`<span class="soft">${formatBytes(bytes.length)} that are no text, or too many to be edited here.</span>`
          : html`<textarea
              class="plain"
              aria-label="Text of ${name}"
              spellcheck="false"
              .value=${text}
              @change=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
            ></textarea>`
      }
      ${this.problem === "" ? null : html`<span class="problem" role="status">${this.problem}</span>`}
    </div>`;
  }

  private rename(input: HTMLInputElement): void {
    const name = input.value.trim();
    const isTaken = this.taken.includes(name);
    this.problem = isTaken ? `There is a file ${name} already.` : "";
    if (name === "" || name.includes("/") || isTaken) input.value = this.file.name;
    else if (name !== this.file.name) this.dispatchEvent(new FileWrite({ ...this.file, name }));
  }

  private write(text: string): void {
    this.dispatchEvent(new FileWrite({ ...this.file, bytes: new TextEncoder().encode(text) }));
  }

  private ask(act: ItemAct): void {
    this.isOpen = false;
    this.dispatchEvent(new ItemRequest(act));
  }

  private async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.name?.focus();
  }

  private async close(): Promise<void> {
    this.isOpen = false;
    await this.updateComplete;
    this.button?.focus();
  }

  private takeKey(event: KeyboardEvent): void {
    const act = actOfKey(event);
    if (!act) return;
    event.preventDefault();
    this.ask(act);
  }

  private takeOpenKey(event: KeyboardEvent): void {
    if (event.key === "Escape") void this.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-folder-file": FolderFileElement;
  }
}
