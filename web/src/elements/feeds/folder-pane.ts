import { css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { timeFor } from "../../feeds/batch-grid.js";
import { type FeedFile, type FolderFeed, nameOf, withMore } from "../../feeds/feed.js";
import { withChanged } from "../../feeds/feed-list.js";
import { filesOfBatches, newName } from "../../feeds/folder-files.js";
import type { FilledLine } from "../../feeds/generators.js";
import type { ItemBatch } from "../../feeds/item-batches.js";
import type { FileWrite, ItemRequest } from "../events.js";
import { addIcon } from "../icons.js";
import { FeedPane } from "./feed-pane.js";
import type { FeedWords } from "./feed-words.js";
import "./folder-file.js";

const SAMPLE_TEXT = "to be or not to be\nthat is the question\n";

/** How many numbers of 32 bits the sample of a folder of binary records has: records of most lengths fit in. */
const SAMPLE_NUMBERS = 210;

/** The files that appear in a folder, by batch. */
@customElement("brooklet-folder-pane")
export class FolderPane extends FeedPane<FolderFeed> {
  static override styles = [
    ...FeedPane.styles,
    css`
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        padding: 0.3125rem var(--inset);
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @query("input[type=file]") private input!: HTMLInputElement;
  protected readonly words: FeedWords = { kind: "Folder", item: "file", items: "files", listens: "watches it" };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("dragover", this.takeDrag);
    this.addEventListener("dragleave", () => delete this.dataset.dropping);
    this.addEventListener("drop", this.takeDrop);
  }

  protected override renderEmpty() {
    return html`<p>
      The program watches the folder <code>${nameOf(this.feed)}</code>. Each file that appears in it is read in the next
      batch. Add files, drop some here, or
      <button class="plain-link" @click=${this.sendSample}>put one in to begin with</button>.
    </p>`;
  }

  protected override renderBatches(batches: readonly ItemBatch<FeedFile>[], leftOut: number) {
    return batches.map(
      ({ batch, items }) => html`<section
        aria-label="Batch ${batch}"
        data-batch=${batch}
        class=${this.isOver(batch, null, null) ? "over" : ""}
      >
        <h3>Batch ${batch}</h3>
        <ol>
          ${items
            .filter(({ index }) => index >= leftOut)
            .map(
              ({ item, index }) => html`<li class=${this.isOver(batch, null, index) ? "before" : ""}>
                <brooklet-folder-file
                  data-index=${index}
                  .file=${item}
                  .taken=${this.feed.items.filter((other) => other !== item).map(({ name }) => name)}
                  .batch=${batch}
                  @file-write=${({ file }: FileWrite) => this.change(withChanged(this.feed, index, file))}
                  @item-request=${({ act }: ItemRequest) => this.act(act, index)}
                ></brooklet-folder-file>
              </li>`,
            )}
        </ol>
      </section>`,
    );
  }

  protected override renderForm() {
    return html`<footer>
      <button class="framed" @click=${() => this.input.click()}>${addIcon} From disk …</button>
      <button class="framed" @click=${this.create}>${addIcon} New file</button>
      <input type="file" multiple hidden aria-label="Files to add" @change=${() => this.takeFiles(this.input.files)} />
    </footer>`;
  }

  protected override toItems(lines: readonly FilledLine[]): FeedFile[] {
    return filesOfBatches(lines, this.feed.items, this.grid);
  }

  /** Adds an empty file in the batch after all others. */
  private create(): void {
    const ms = timeFor(this.nextBatch, this.grid);
    this.change(withMore(this.feed, [{ ms, name: newName(this.feed.items), bytes: new Uint8Array() }]));
  }

  private sendSample(): void {
    const numbers = Int32Array.from({ length: SAMPLE_NUMBERS }, (_, number) => number);
    const file =
      this.reader === "binaryRecordsStream"
        ? { name: "numbers-1.bin", bytes: new Uint8Array(numbers.buffer) }
        : { name: "lines-1.txt", bytes: new TextEncoder().encode(SAMPLE_TEXT) };
    this.send([{ ...file, ms: 0 }]);
  }

  /** Adds files, each in a batch of its own. One whose name is taken gets a number. */
  private async takeFiles(list: FileList | null | undefined): Promise<void> {
    const picked = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    this.input.value = "";
    const known: FeedFile[] = [...this.feed.items];
    const added = picked.map(({ name, bytes }, index) => {
      const file = { name: newName(known, name), bytes, ms: timeFor(this.nextBatch + index, this.grid) };
      known.push(file);
      return file;
    });
    if (added.length > 0) this.change(withMore(this.feed, added));
  }

  private takeDrag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dataset.dropping = "";
  }

  private takeDrop(event: DragEvent): void {
    delete this.dataset.dropping;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    void this.takeFiles(event.dataTransfer.files);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-folder-pane": FolderPane;
  }
}
