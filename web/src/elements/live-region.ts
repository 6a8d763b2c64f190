import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { announce } from "../run/announcement.js";
import type { RunRecord } from "../run/run-record.js";
import { base } from "../styles/base.js";

/** How long batches are gathered before they are told, in milliseconds. */
const GATHER_MS = 700;

/** Tells those who listen what the run does. */
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
  @state() private said = "";
  private told: RunRecord | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`<div class="visually-hidden" role="log" aria-live="polite" aria-label="Run">${this.said}</div>`;
  }

  override updated(changes: PropertyValues): void {
    if (!changes.has("record")) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const said = announce(this.told ?? this.record, this.record);
      this.told = this.record;
      if (said !== "") this.said = said;
    }, GATHER_MS);
    this.told ??= this.record;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-live-region": LiveRegion;
  }
}
