import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { announce } from "../../run/announcement.js";
import type { RunRecord } from "../../run/run-record.js";
import { base } from "../../styles/base.js";

/** How long batches are gathered before they are told, in milliseconds. */
const GATHER_MS = 700;

/** Announces the latest batch to screen readers, at most once in a while. */
@customElement("brooklet-live-region")
export class LiveRegion extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
      }
    `,
  ];

  @property({ attribute: false }) record!: RunRecord;
  /** The last message. Its number is new each time, so that the same words are read again. */
  @state() private said = { text: "", number: 0 };
  private told: RunRecord | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`<div class="visually-hidden" role="status" aria-label="Run">
      ${keyed(this.said.number, html`<p>${this.said.text}</p>`)}
    </div>`;
  }

  override updated(changes: PropertyValues): void {
    if (!changes.has("record")) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const text = announce(this.told ?? this.record, this.record);
      this.told = this.record;
      if (text !== "") this.said = { text, number: this.said.number + 1 };
    }, GATHER_MS);
    this.told ??= this.record;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-live-region": LiveRegion;
  }
}
