import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { structuredTwin } from "../../feeds/structured-twin.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { Tell } from "../events.js";
import { copyIcon } from "../icons.js";

/** What a program that reads topics is on a current cluster. */
@customElement("brooklet-structured-note")
export class StructuredNote extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--line);
      }
      summary {
        padding: 0.125rem var(--inset);
        min-height: 1.5rem;
        font-size: var(--text-label);
        line-height: 1.25rem;
        color: var(--ink-soft);
        cursor: pointer;
      }
      .note {
        padding: 0 var(--inset) 0.5rem;
      }
      p {
        padding-bottom: 0.375rem;
      }
      pre {
        padding: 0.5rem;
        overflow: auto;
        font: var(--text-label) / 1.5 var(--font-code);
        background: var(--surface-low);
        border-radius: var(--radius);
      }
      code {
        font-family: var(--font-code);
        overflow-wrap: anywhere;
      }
      button {
        margin-top: 0.375rem;
      }
    `,
  ];

  /** The topics that the program reads. */
  @property({ attribute: false }) topics: readonly string[] = [];
  @property({ attribute: false }) batchMs = 1000;

  override render() {
    const twin = structuredTwin(this.topics, this.batchMs);
    return html`<details>
      <summary>On a current cluster: Structured Streaming</summary>
      <div class="note">
        <p>
          <code>pyspark.streaming.kafka</code> is in Spark 2, with the package
          <code>org.apache.spark:spark-streaming-kafka-0-8_2.11</code>, and in no Spark since 3.0. There the same is
          written with Structured Streaming, and started with
          <code>spark-submit --packages org.apache.spark:spark-sql-kafka-0-10_2.13:VERSION</code>, the version being
          that of Spark:
        </p>
        <pre tabindex="0" role="region" aria-label="The program in Structured Streaming">${twin}</pre>
        <button class="framed" @click=${() => this.copy(twin)}>${copyIcon} Copy</button>
      </div>
    </details>`;
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.dispatchEvent(new Tell("info", "The program is copied."));
    } catch {
      this.dispatchEvent(new Tell("problem", "The browser did not let the page write to the clipboard."));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-structured-note": StructuredNote;
  }
}
