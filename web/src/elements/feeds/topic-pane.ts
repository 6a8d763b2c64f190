import { css, html, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { batchOf, timeFor } from "../../feeds/batch-grid.js";
import { type FeedRecord, MOST_PARTITIONS, nameOf, type TopicFeed, withMore } from "../../feeds/feed.js";
import { withChanged } from "../../feeds/feed-list.js";
import type { FilledLine } from "../../feeds/generators.js";
import type { ItemBatch } from "../../feeds/item-batches.js";
import { formatCount } from "../../run/clock.js";
import type { ItemRequest, RecordDraft } from "../events.js";
import { addIcon } from "../icons.js";
import { FeedPane } from "./feed-pane.js";
import type { FeedWords } from "./feed-words.js";
import type { RecordForm } from "./record-form.js";
import "./record-form.js";
import "./structured-note.js";
import "./topic-record.js";

/** What a person produces who has no idea what to produce. */
const SAMPLE: readonly Pick<FeedRecord, "key" | "value">[] = [
  { key: "ana", value: "to be or not to be" },
  { key: "ben", value: "that is the question" },
  { key: null, value: "to sleep" },
];

/** The records of a topic: its partitions as columns, by batch, with a producer below. */
@customElement("brooklet-topic-pane")
export class TopicPane extends FeedPane<TopicFeed> {
  static override styles = [
    ...FeedPane.styles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        width: 10rem;
        padding: 0.25rem var(--inset);
        font-size: var(--text-label);
        font-weight: 600;
        text-align: left;
        background: var(--surface);
        box-shadow: inset 0 -1px 0 var(--line);
      }
      td {
        padding: 0 calc(var(--inset) - 0.25rem) 0.25rem;
        vertical-align: top;
      }
      td + td,
      th + th {
        border-left: 1px solid var(--line);
      }
      .count {
        padding-left: 0.25rem;
        font-weight: 400;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** All topics of the program. */
  @property({ attribute: false }) topics: readonly string[] = [];
  /** The record that is in the form, if it is one that there is. */
  @state() private opened: number | null = null;
  @query("brooklet-record-form") private form!: RecordForm;
  protected readonly words: FeedWords = { kind: "Topic", item: "record", items: "records", listens: "reads on" };

  override willUpdate(changes: PropertyValues<this>): void {
    const { opened } = this;
    const before = changes.get("feed");
    // What is in the form must be what would be changed.
    if (opened !== null && before && before.items[opened] !== this.feed.items[opened]) this.opened = null;
  }

  protected override renderTools() {
    const { partitions } = this.feed;
    return html`<button
      class="framed"
      ?disabled=${partitions >= MOST_PARTITIONS}
      @click=${() => this.change({ ...this.feed, partitions: partitions + 1 })}
    >
      ${addIcon} Partition
    </button>`;
  }

  protected override renderNote() {
    return html`<brooklet-structured-note .topics=${this.topics} .batchMs=${this.grid.batchMs}></brooklet-structured-note>`;
  }

  protected override renderEmpty() {
    return html`<p>
      The program reads the topic <code>${nameOf(this.feed)}</code>. Produce its first record below, or
      <button class="plain-link" @click=${this.sendSample}>produce three to begin with</button>.
    </p>`;
  }

  protected override renderBatches(batches: readonly ItemBatch<FeedRecord>[], leftOut: number) {
    const partitions = Array.from({ length: this.feed.partitions }, (_, partition) => partition);
    const ends = partitions.map(() => 0);
    const offsets = this.feed.items.map(({ partition }) => {
      const offset = ends[partition] ?? 0;
      ends[partition] = offset + 1;
      return offset;
    });
    return html`<table style="min-width: ${8 * partitions.length}rem">
      <thead>
        <tr>
          ${partitions.map(
            (partition) => html`<th scope="col">
              Partition ${partition}<span class="count">${formatCount(ends[partition] ?? 0)}</span>
              <span class="visually-hidden">records</span>
            </th>`,
          )}
        </tr>
      </thead>
      ${batches.map(
        ({ batch, items }) => html`<tbody>
          <tr><th scope="rowgroup" colspan=${partitions.length}>Batch ${batch}</th></tr>
          <tr>
            ${partitions.map((partition) => {
              const isOver = this.isOver(batch, partition, null);
              const records = items.filter(({ item, index }) => item.partition === partition && index >= leftOut);
              return html`<td data-batch=${batch} data-partition=${partition} class=${isOver ? "over" : ""}>
                <ul>
                  ${records.map(
                    ({ item, index }) => html`<li class=${this.isOver(batch, partition, index) ? "before" : ""}>
                      <brooklet-topic-record
                        data-index=${index}
                        .record=${item}
                        .offset=${offsets[index] ?? 0}
                        .batch=${batch}
                        .seconds=${this.secondsOf(item, batch)}
                        ?opened=${index === this.opened}
                        @click=${() => this.open(index)}
                        @item-request=${({ act }: ItemRequest) => this.act(act, index)}
                      ></brooklet-topic-record>
                    </li>`,
                  )}
                </ul>
              </td>`;
            })}
          </tr>
        </tbody>`,
      )}
    </table>`;
  }

  protected override renderForm() {
    const record = this.opened === null ? undefined : this.feed.items[this.opened];
    const index = this.opened ?? 0;
    return html`<brooklet-record-form
      .record=${record ?? null}
      .batch=${record ? batchOf(record.ms, this.grid) : null}
      .partitions=${this.feed.partitions}
      @record-write=${({ draft }: { draft: RecordDraft }) => this.write(draft)}
      @record-close=${this.close}
      @item-request=${({ act }: ItemRequest) => {
        this.close();
        this.act(act, index);
      }}
    ></brooklet-record-form>`;
  }

  protected override async toItems(lines: readonly FilledLine[]): Promise<FeedRecord[]> {
    return this.placed(lines.map(({ ms, text, key }) => ({ ms, key, value: text })));
  }

  /** How many seconds after the batch before a record was produced. */
  private secondsOf({ ms }: FeedRecord, batch: number): string {
    const { startMs, batchMs } = this.grid;
    return ((ms - startMs - (batch - 1) * batchMs) / 1000).toFixed(1);
  }

  private async open(index: number): Promise<void> {
    this.opened = index;
    await this.updateComplete;
    this.form.focusValue();
  }

  private close(): void {
    this.opened = null;
  }

  private async sendSample(): Promise<void> {
    this.send(await this.placed(SAMPLE.map((record) => ({ ...record, ms: 0 }))));
  }

  /** Writes what stands in the form: over the open record, at a batch, or at the present moment. */
  private async write({ key, value, partition, batch }: RecordDraft): Promise<void> {
    const { opened } = this;
    const old = opened === null ? undefined : this.feed.items[opened];
    const isStill = old !== undefined && (batch === null || batch === batchOf(old.ms, this.grid));
    const ms = isStill ? old.ms : batch === null ? 0 : timeFor(batch, this.grid);
    const placed = partition === null ? await this.placed([{ ms, key, value }]) : [{ ms, key, value, partition }];
    const [record] = placed;
    if (!record) return;
    if (opened !== null && old) {
      this.close();
      this.change(withChanged(this.feed, opened, record));
    } else if (batch === null) this.send([record]);
    else this.change(withMore(this.feed, [record]));
  }

  /** Records with their partitions, as Kafka's producer chooses them. */
  private async placed(records: readonly Omit<FeedRecord, "partition">[]): Promise<FeedRecord[]> {
    const keys = records.map(({ key }) => key);
    const { partitions, items } = this.feed;
    const answer = await this.ask({ type: "partitions", keys, partitions, produced: items.length });
    return records.map((record, index) => ({ ...record, partition: answer?.partitions[index] ?? 0 }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-topic-pane": TopicPane;
  }
}
