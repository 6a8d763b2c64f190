import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { EngineStatus as Status } from "../../run/program-run.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { CoresSelect } from "../events.js";
import "../arguments-field.js";
import "./popup.js";

const CORES = [1, 2, 4, 8];

/** How many threads run tasks, or why none do; and the `local[N]` that the program sees. */
@customElement("brooklet-engine-status")
export class EngineStatusElement extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .dot {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--line-strong);
        flex: none;
      }
      .dot.ready {
        background: var(--accent);
      }
      .dot.crashed {
        background: var(--problem);
      }
      .name {
        display: contents;
      }
      .about {
        display: grid;
        gap: var(--gap);
        padding: 0.5rem;
      }
      p {
        color: var(--ink-soft);
      }
      p strong {
        color: var(--ink);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--gap);
      }
      @media (max-width: 699px) {
        .word {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) status: Status = { phase: "starting", threads: 0, threadsReason: null };
  @property({ type: Number }) cores = 4;
  /** What stands behind the program's name on the command line. */
  @property() arguments = "";
  @query("select") private select!: HTMLSelectElement;

  override render() {
    const { phase } = this.status;
    return html`
      <brooklet-popup label="Engine">
        <span slot="name" class="name">
          <span class="dot ${phase}"></span><span class="word">${this.words}</span>
          <span class="visually-hidden">Engine</span>
        </span>
        <div class="about">
          <p><strong>${this.sentence}</strong> ${this.status.threadsReason}</p>
          <label>
            Run as
            <select @change=${() => this.dispatchEvent(new CoresSelect(Number(this.select.value)))}>
              ${CORES.map((cores) => html`<option value=${cores} ?selected=${cores === this.cores}>local[${cores}]</option>`)}
            </select>
          </label>
          <brooklet-arguments-field .line=${this.arguments}></brooklet-arguments-field>
          <p>
            This is the <code>--master</code> that the program sees. It decides how many partitions there are; how many
            threads really run never changes a result.
          </p>
        </div>
      </brooklet-popup>
    `;
  }

  private get words(): string {
    const { phase, threads } = this.status;
    if (phase === "starting") return "starting";
    if (phase === "crashed") return "restarting";
    return threads === 0 ? "no threads" : `${threads} ${threads === 1 ? "thread" : "threads"}`;
  }

  private get sentence(): string {
    const { phase, threads } = this.status;
    if (phase === "starting") return "The engine is being loaded.";
    if (phase === "crashed") return "The engine stopped and is started again.";
    if (threads === 0) return "Tasks run one after the other.";
    return `Tasks run on ${threads} ${threads === 1 ? "thread" : "threads"}.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-engine-status": EngineStatusElement;
  }
}
