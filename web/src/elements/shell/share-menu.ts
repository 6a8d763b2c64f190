import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { downloadProgram, downloadWhole, wholeFileName } from "../../document/download.js";
import { toEmbedSnippet } from "../../document/embed-snippet.js";
import { toMarkdown } from "../../document/markdown.js";
import { LinkTooLongError, toLink } from "../../document/permalink.js";
import { BLANK_PROGRAM, hasSettings, type Program } from "../../document/program.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { Tell } from "../events.js";
import { shareIcon } from "../icons.js";
import type { Popup } from "./popup.js";
import "./popup.js";

/** The ways to take the program elsewhere: a link, Markdown, a file for Spark. */
@customElement("brooklet-share-menu")
export class ShareMenu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      brooklet-popup {
        --popup-width: 19rem;
      }
      .name {
        display: contents;
      }
      .choices {
        display: grid;
      }
      .choices button {
        justify-content: start;
      }
      p {
        margin-top: 0.375rem;
        padding: 0.5rem;
        border-top: 1px solid var(--line);
        color: var(--ink-soft);
        font-size: var(--text-label);
      }
      code {
        font-family: var(--font-code);
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      @media (max-width: 699px) {
        .word {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) program: Program = BLANK_PROGRAM;
  @query("brooklet-popup") private popup!: Popup;

  override render() {
    return html`
      <brooklet-popup label="Share">
        <span slot="name" class="name">${shareIcon}<span class="word">Share</span><span class="visually-hidden">Share the program</span></span>
        <div class="choices">
          <button @click=${() => this.copy(toLink, "The link is copied.")}>Copy link</button>
          <button @click=${() => this.copy(toLinkedMarkdown, "The Markdown is copied.")}>
            Copy as Markdown
          </button>
          <button @click=${() => this.copy(toEmbedSnippet, "The HTML is copied: it shows the program inside another page.")}>
            Copy HTML to embed
          </button>
          <button @click=${() => this.download(downloadProgram)}>Download ${this.program.fileName}</button>
          ${
            hasSettings(this.program)
              ? html`<button
                  title="Its files, arguments and lines too. Brooklet opens it again."
                  @click=${() => this.download(downloadWhole)}
                >
                  Download all as ${wholeFileName(this.program)}
                </button>`
              : null
          }
        </div>
        <p>The file runs on a Spark cluster as it is: <code>spark-submit ${this.program.fileName} ${this.program.arguments}</code></p>
      </brooklet-popup>
    `;
  }

  private async copy(make: (program: Program, page: string) => Promise<string>, done: string): Promise<void> {
    this.popup.close();
    try {
      await navigator.clipboard.writeText(await make(this.program, location.href));
      this.dispatchEvent(new Tell("info", done));
    } catch (error) {
      const text =
        error instanceof LinkTooLongError ? error.message : "The browser did not let the page write to the clipboard.";
      this.dispatchEvent(new Tell("problem", text));
    }
  }

  private download(hand: (program: Program) => void): void {
    this.popup.close();
    hand(this.program);
  }
}

async function toLinkedMarkdown(program: Program, page: string): Promise<string> {
  return toMarkdown(program, await toLink(program, page));
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-share-menu": ShareMenu;
  }
}
