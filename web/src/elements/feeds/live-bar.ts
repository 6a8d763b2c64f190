import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Feed } from "../../feeds/feed.js";
import { readLiveAddress } from "../../feeds/live/address.js";
import type { LiveStatus } from "../../feeds/live/live-source.js";
import { formatCount } from "../../run/clock.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { LiveRequest } from "../events.js";

/** The address that a feed's messages come from: it is opened and closed here, and what becomes of it is said. */
@customElement("brooklet-live-bar")
export class LiveBar extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: block;
        padding: 0.25rem var(--inset);
        border-bottom: 1px solid var(--line);
      }
      form {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--gap);
      }
      .dot {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--ink-faint);
      }
      .open {
        background: var(--accent);
      }
      .opening,
      .retrying {
        background: var(--caution);
      }
      p {
        padding: 0.125rem 0 0 1rem;
        font-size: var(--text-label);
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
      p.problem {
        color: var(--problem);
      }
      @media (prefers-reduced-motion: no-preference) {
        .open {
          animation: beat 2s ease-in-out infinite;
        }
      }
      @keyframes beat {
        50% {
          opacity: 0.35;
        }
      }
    `,
  ];

  @property({ attribute: false }) feed!: Feed;
  @property({ attribute: false }) status: LiveStatus | null = null;
  @state() private refusal = "";
  @query("input") private input!: HTMLInputElement;

  override render() {
    const { status } = this;
    const phase = status?.phase ?? "closed";
    const isClosed = phase === "closed";
    return html`<form aria-label="Live messages" @submit=${this.submit}>
        <span class="dot ${phase}"></span>
        <input
          type="text"
          class="code"
          inputmode="url"
          aria-label="Address of the messages"
          placeholder="https:// (server-sent events), wss:// (WebSocket), or what brooklet bridge prints"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          .value=${this.feed.live}
          ?readonly=${!isClosed}
        />
        <button class="framed">${isClosed ? "Connect" : "Stop"}</button>
      </form>
      ${
        this.refusal === ""
          ? html`<p role="status">${this.words}</p>`
          : html`<p class="problem" role="alert">${this.refusal}</p>`
      }`;
  }

  private get words(): string {
    const { status } = this;
    if (!status) {
      return "Messages become lines or values, in real time, and are kept as if you had typed them. Nothing is opened before you connect.";
    }
    const { phase, words, received, dropped } = status;
    const came = received === 0 ? "" : `${formatCount(received)} ${received === 1 ? "message" : "messages"} came`;
    const lost = dropped === 0 ? "" : `, the oldest ${formatCount(dropped)} were dropped`;
    const open = phase === "open" ? "Open" : "";
    return [open + (open && came ? ": " : "") + came + lost + (open || came ? "." : ""), words]
      .filter(Boolean)
      .join(" ");
  }

  private submit(event: Event): void {
    event.preventDefault();
    const phase = this.status?.phase ?? "closed";
    if (phase !== "closed") {
      this.dispatchEvent(new LiveRequest(this.feed, null));
      return;
    }
    const address = readLiveAddress(this.input.value);
    this.refusal = "refusal" in address ? address.refusal : "";
    if (this.refusal === "") this.dispatchEvent(new LiveRequest(this.feed, this.input.value.trim()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-live-bar": LiveBar;
  }
}
