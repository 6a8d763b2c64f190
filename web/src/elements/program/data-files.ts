import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { downloadFile } from "../../document/download.js";
import { textOf } from "../../feeds/folder-files.js";
import type { DataFile } from "../../generated/index.js";
import { formatBytes } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { SettingsEdit } from "../events.js";
import { addIcon, closeIcon, saveIcon } from "../icons.js";

/** How long typing in a file rests before the program gets it, in milliseconds. */
const EDIT_REST_MS = 300;

/** The files that the program can read: the ones in its folder. */
@customElement("brooklet-data-files")
export class DataFiles extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 0.75rem var(--inset);
      }
      :host([data-dropping]) {
        outline: 2px dashed var(--accent);
        outline-offset: -6px;
      }
      p {
        padding-bottom: 0.625rem;
        color: var(--ink-soft);
      }
      ul {
        margin: 0 0 0.75rem;
        padding: 0;
        list-style: none;
        border-top: 1px solid var(--line);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto auto auto;
        align-items: center;
        gap: 0.25rem;
        padding: 0.25rem 0;
        border-bottom: 1px solid var(--line);
      }
      input[type="text"] {
        border-color: transparent;
        background: none;
      }
      input[type="text"]:hover {
        border-color: var(--line-strong);
      }
      textarea {
        grid-column: 1 / -1;
        min-height: 12rem;
        font: var(--text-label) / 1.5 var(--font-code);
        white-space: pre;
        resize: vertical;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      .size {
        padding: 0 0.5rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      input[type="file"] {
        display: none;
      }
      code {
        font-family: var(--font-code);
      }
    `,
  ];

  @property({ attribute: false }) files: readonly DataFile[] = [];
  @state() private problem = "";
  /** The file that is open, and its text when it was opened. What is typed since is in the field. */
  @state() private opened: { path: string; text: string } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  @query("input[type=file]") private input!: HTMLInputElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("dragover", this.takeDrag);
    this.addEventListener("dragleave", () => delete this.dataset.dropping);
    this.addEventListener("drop", this.takeDrop);
  }

  override render() {
    const { files } = this;
    const [first] = files;
    return html`
      <p>
        ${
          first
            ? html`The program reads a file by its path: <code>open("${first.path}")</code> or
                <code>sc.textFile("${first.path}")</code>.`
            : "The program has no data files. Drop some here: it reads them from its own folder, and nothing is uploaded."
        }
      </p>
      ${
        first
          ? html`<ul aria-label="Data files">
              ${repeat(
                files,
                ({ path }) => path,
                (file) => this.renderFile(file),
              )}
            </ul>`
          : nothing
      }
      <div class="buttons">
        <button class="framed" @click=${() => this.input.click()}>${addIcon} Add files</button>
        <button class="framed" @click=${this.create}>${addIcon} New file</button>
      </div>
      <input type="file" multiple aria-label="Files to add" @change=${() => this.takeFiles(this.input.files)} />
      ${this.problem === "" ? nothing : html`<p class="problem" role="status">${this.problem}</p>`}
    `;
  }

  private renderFile(file: DataFile) {
    const { path, bytes } = file;
    const isOpen = this.opened?.path === path;
    return html`<li>
      <input
        type="text"
        class="code"
        aria-label="Path of ${path}"
        spellcheck="false"
        .value=${path}
        @change=${(event: Event) => this.rename(file, event.target as HTMLInputElement)}
      />
      <span class="size">${formatBytes(bytes.length)}</span>
      <button aria-label="Edit ${path}" aria-expanded=${isOpen} @click=${() => this.toggle(file)}>Edit</button>
      <button class="icon-only" aria-label="Download ${path}" title="Download" @click=${() => downloadFile(path, bytes)}>
        ${saveIcon}
      </button>
      <button
        class="icon-only"
        aria-label="Remove ${path}"
        title="Remove"
        @click=${() => this.edit(this.files.filter((other) => other !== file))}
      >
        ${closeIcon}
      </button>
      ${
        isOpen
          ? html`<textarea
              class="plain"
              aria-label="Text of ${path}"
              spellcheck="false"
              .value=${this.opened?.text ?? ""}
              @input=${({ target }: Event) => this.write(path, (target as HTMLTextAreaElement).value)}
            ></textarea>`
          : nothing
      }
    </li>`;
  }

  private rename(file: DataFile, input: HTMLInputElement): void {
    const path = input.value.trim().replace(/^\/+/, "");
    const isTaken = this.files.some((other) => other !== file && other.path === path);
    this.problem = isTaken ? `There is a file ${path} already.` : "";
    if (path === "" || isTaken) input.value = file.path;
    else {
      if (this.opened?.path === file.path) this.opened = null;
      this.edit(this.files.map((other) => (other === file ? { ...file, path } : other)));
    }
  }

  private toggle({ path, bytes }: DataFile): void {
    const isOpen = this.opened?.path === path;
    const text = isOpen ? null : textOf(bytes);
    this.opened = text === null ? null : { path, text };
    this.problem = isOpen || text !== null ? "" : `${path} is no text, or too large to be edited here.`;
  }

  private write(path: string, text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const bytes = new TextEncoder().encode(text);
      this.edit(this.files.map((file) => (file.path === path ? { ...file, bytes } : file)));
    }, EDIT_REST_MS);
  }

  /** Adds an empty file with a new name, and opens it. */
  private create(): void {
    const names = Array.from(
      { length: this.files.length + 1 },
      (_, index) => `data${index === 0 ? "" : index + 1}.txt`,
    );
    const path = names.find((name) => !this.files.some((file) => file.path === name)) ?? "";
    this.edit([...this.files, { path, bytes: new Uint8Array() }]);
    this.opened = { path, text: "" };
  }

  /** Adds files. A file replaces the one that has its path. */
  private async takeFiles(list: FileList | null | undefined): Promise<void> {
    const added = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    this.input.value = "";
    if (added.length === 0) return;
    if (added.some(({ path }) => path === this.opened?.path)) this.opened = null;
    const kept = this.files.filter(({ path }) => !added.some((file) => file.path === path));
    this.edit([...kept, ...added]);
  }

  private takeDrag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dataset.dropping = "";
  }

  private takeDrop(event: DragEvent): void {
    delete this.dataset.dropping;
    event.preventDefault();
    void this.takeFiles(event.dataTransfer?.files);
  }

  private edit(files: readonly DataFile[]): void {
    this.dispatchEvent(new SettingsEdit({ files }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-data-files": DataFiles;
  }
}
