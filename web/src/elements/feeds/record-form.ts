import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { FeedRecord } from "../../feeds/feed.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { feedItemStyles } from "../../styles/feed-pane.js";
import { fields } from "../../styles/fields.js";
import { ItemRequest, RecordWrite } from "../events.js";
import { renderItemTools } from "./item-tools.js";

/** A producer: it writes new records, or changes one that there is. */
@customElement("brooklet-record-form")
export class RecordForm extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    feedItemStyles,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--line);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.25rem var(--gap);
        padding: 0.3125rem var(--inset);
      }
      label {
        display: grid;
        gap: 0.125rem;
      }
      .key {
        flex: 1 1 5rem;
      }
      .value {
        flex: 3 1 9rem;
      }
      .batch input {
        width: 4rem;
      }
      .tools button {
        height: var(--control-height);
      }
    `,
  ];

  /** The record that is changed; null for a new one. */
  @property({ attribute: false }) record: FeedRecord | null = null;
  /** The batch that it comes in. */
  @property({ attribute: false }) batch: number | null = null;
  @property({ attribute: false }) partitions = 1;
  @query(".key input") private key!: HTMLInputElement;
  @query(".value input") private value!: HTMLInputElement;
  @query("select") private partition!: HTMLSelectElement;
  @query(".batch input") private number!: HTMLInputElement;

  focusValue(): void {
    this.value.select();
  }

  override render() {
    return html`<form aria-label=${this.record ? "Change a record" : "Produce a record"} @submit=${this.submit} @keydown=${this.takeKey}>
      <label class="key">
        <span class="soft">Key</span>
        <input type="text" class="code" placeholder="none" autocomplete="off" autocapitalize="off" spellcheck="false" />
      </label>
      <label class="value">
        <span class="soft">Value</span>
        <input type="text" class="code" autocomplete="off" autocapitalize="off" spellcheck="false" />
      </label>
      <label>
        <span class="soft">Partition</span>
        <select>
          <option value="">by key</option>
          ${Array.from({ length: this.partitions }, (_, partition) => html`<option value=${partition}>${partition}</option>`)}
        </select>
      </label>
      <label class="batch">
        <span class="soft">Batch</span>
        <input type="number" min="1" placeholder=${this.record ? nothing : "now"} />
      </label>
      <button class="framed">${this.record ? "Save" : "Send"}</button>
      ${
        this.record
          ? html`${renderItemTools((act) => this.dispatchEvent(new ItemRequest(act)))}
              <button type="button" @click=${this.close}>Cancel</button>`
          : nothing
      }
    </form>`;
  }

  override updated(changes: PropertyValues): void {
    if (!changes.has("record")) return;
    const { record, batch } = this;
    if (record === null && changes.get("record") === undefined) return;
    this.key.value = record?.key ?? "";
    this.value.value = record?.value ?? "";
    this.partition.value = record ? String(record.partition) : "";
    this.number.value = batch === null ? "" : String(batch);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const { key, value, partition, number } = this;
    const batch = number.valueAsNumber;
    this.dispatchEvent(
      new RecordWrite({
        key: key.value === "" ? null : key.value,
        value: value.value === "" && this.record?.value === null ? null : value.value,
        partition: partition.value === "" ? null : Number(partition.value),
        batch: Number.isFinite(batch) && batch >= 1 ? Math.floor(batch) : null,
      }),
    );
    value.value = "";
    value.focus();
  }

  private takeKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.record) return;
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event("record-close"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-record-form": RecordForm;
  }
}
