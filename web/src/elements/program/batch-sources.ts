import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { BatchesImport } from "../events.js";
import { addIcon } from "../icons.js";
import type { BatchImport, ImportedText } from "./batch-import.js";
import "./batch-import.js";

/** Where more batches of an input come from: an empty one, a file, a pasted table. It asks with `batches-import`. */
@customElement("brooklet-batch-sources")
export class BatchSources extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      footer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem;
        padding: 0.3125rem 0.5rem;
      }
      footer button {
        height: 1.5rem;
        padding: 0 0.5rem;
        font-size: var(--text-label);
      }
      input[type="file"] {
        display: none;
      }
    `,
  ];

  /** How many batches there are already. */
  @property({ type: Number }) existing = 0;
  /** Whether the text does not parse as it is. */
  @property({ type: Boolean }) frozen = false;
  /** A text that waits for a choice of how it becomes batches. */
  @state() private imported: ImportedText | null = null;
  @query("brooklet-batch-import") private dialog!: BatchImport;
  @query("input[type=file]") private fileInput!: HTMLInputElement;

  override render() {
    return html`<footer>
        <button class="framed" ?disabled=${this.frozen} @click=${() => this.dispatchEvent(new BatchesImport([[]], false))}>
          ${addIcon} Batch
        </button>
        <button class="framed" ?disabled=${this.frozen} @click=${() => this.fileInput.click()}>From a file …</button>
        <button class="framed" ?disabled=${this.frozen} @click=${() => this.open({ fileName: "", text: "" })}>Paste a table …</button>
        <input type="file" aria-label="File with records" accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/*" @change=${this.takeFile} />
      </footer>
      <brooklet-batch-import .text=${this.imported} .existing=${this.existing}></brooklet-batch-import>`;
  }

  /** Asks how a file becomes batches. */
  async read(file: File): Promise<void> {
    this.open({ fileName: file.name, text: await file.text() });
  }

  private open(text: ImportedText): void {
    this.imported = text;
    void this.updateComplete.then(() => this.dialog.open());
  }

  private async takeFile(): Promise<void> {
    const file = this.fileInput.files?.[0];
    if (file) await this.read(file);
    this.fileInput.value = "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-batch-sources": BatchSources;
  }
}
