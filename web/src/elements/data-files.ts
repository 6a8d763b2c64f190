import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { downloadFile } from "../document/download.js";
import type { DataFile } from "../generated/index.js";
import { formatBytes } from "../run/clock.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { fields } from "../styles/fields.js";
import { FilesEdit } from "./events.js";
import { addIcon, closeIcon, saveIcon } from "./icons.js";

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
        grid-template-columns: minmax(0, 1fr) auto auto auto;
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
      <button class="framed" @click=${() => this.input.click()}>${addIcon} Add files</button>
      <input type="file" multiple aria-label="Files to add" @change=${() => this.takeFiles(this.input.files)} />
      ${this.problem === "" ? nothing : html`<p class="problem" role="status">${this.problem}</p>`}
    `;
  }

  private renderFile(file: DataFile) {
    const { path, bytes } = file;
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
    </li>`;
  }

  private rename(file: DataFile, input: HTMLInputElement): void {
    const path = input.value.trim().replace(/^\/+/, "");
    const isTaken = this.files.some((other) => other !== file && other.path === path);
    this.problem = isTaken ? `There is a file ${path} already.` : "";
    if (path === "" || isTaken) input.value = file.path;
    else this.edit(this.files.map((other) => (other === file ? { ...file, path } : other)));
  }

  /** A file takes the place of one with its path. */
  private async takeFiles(list: FileList | null | undefined): Promise<void> {
    const added = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    this.input.value = "";
    if (added.length === 0) return;
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
    this.dispatchEvent(new FilesEdit(files));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-data-files": DataFiles;
  }
}
