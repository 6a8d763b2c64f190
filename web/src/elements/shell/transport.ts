import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Pace, RunState } from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { PaceSelect, type RunAction, RunRequest, RunsOnEditSelect } from "../events.js";
import { pauseIcon, playIcon, stepIcon, stopIcon } from "../icons.js";

/** The run's buttons and the speed of the virtual clock. */
@customElement("brooklet-transport")
export class Transport extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: var(--gap);
      }
      .buttons {
        display: flex;
        gap: 0.25rem;
      }
      .main {
        min-width: 6rem;
      }
      [aria-disabled="true"] {
        color: var(--ink-faint);
        opacity: 0.65;
        cursor: default;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        white-space: nowrap;
        color: var(--ink-soft);
        min-height: 1.5rem;
      }
      input {
        accent-color: var(--accent);
        width: 1rem;
        height: 1rem;
        margin: 0;
      }
      @media (max-width: 699px) {
        :host {
          justify-content: space-between;
          gap: 0.375rem;
        }
        .main {
          min-width: 5.5rem;
        }
        .word {
          display: none;
        }
        .buttons button:not(.main) {
          width: var(--control-height);
          padding: 0;
        }
      }
    `,
  ];

  @property() state: RunState | "idle" = "idle";
  @property() pace: Pace = "fast";
  /** Whether the text is not the one that runs. */
  @property({ type: Boolean }) stale = false;
  @property({ type: Boolean }) runsOnEdit = true;
  /** Whether things come from outside: then the clock goes with the wall clock. */
  @property({ type: Boolean }) live = false;

  override render() {
    const { action, label, icon } = this.mainButton;
    const canStop = this.state !== "idle" && this.state !== "ended";
    return html`
      <div class="buttons" role="group" aria-label="Run">
        <button
          class="main primary"
          aria-keyshortcuts=${action === "run" ? "Control+Enter" : "Control+."}
          title=${action === "run" ? "Ctrl or Cmd + Enter" : "Ctrl or Cmd + ."}
          @click=${() => this.ask(action)}
        >
          ${icon}${label}
        </button>
        <button class="framed" aria-label="Step one batch" title="Run one batch (Ctrl or Cmd + Shift + Enter)" @click=${() => this.ask("step")}>
          ${stepIcon}<span class="word">Step</span>
        </button>
        <button
          class="framed"
          aria-label="Stop the program"
          title="End the program"
          aria-disabled=${!canStop}
          @click=${() => canStop && this.ask("stop")}
        >
          ${stopIcon}<span class="word">Stop</span>
        </button>
      </div>
      <div class="segments" role="group" aria-label="Speed of the clock">
        ${this.renderPace("fast", "Fast", "As fast as possible")} ${this.renderPace("realTime", "Real time", "A second a second")}
      </div>
      <label title="Run again whenever typing rests">
        <input type="checkbox" .checked=${this.runsOnEdit} @change=${this.toggleRunsOnEdit} />
        <span>Auto-run<span class="visually-hidden"> after each edit</span></span>
      </label>
    `;
  }

  private renderPace(pace: Pace, label: string, title: string) {
    return html`<button
      aria-pressed=${(this.live ? "realTime" : this.pace) === pace}
      ?disabled=${this.live}
      title=${this.live ? "What comes from outside comes in real time" : title}
      @click=${() => this.dispatchEvent(new PaceSelect(pace))}
    >
      ${label}
    </button>`;
  }

  private get mainButton(): { action: RunAction; label: string; icon: unknown } {
    const isGoing = this.state === "running" || this.state === "waiting";
    if (isGoing && !this.stale) return { action: "pause", label: "Pause", icon: pauseIcon };
    if (this.state === "paused" && !this.stale) return { action: "run", label: "Resume", icon: playIcon };
    return { action: "run", label: "Run", icon: playIcon };
  }

  private ask(action: RunAction): void {
    this.dispatchEvent(new RunRequest(action));
  }

  private toggleRunsOnEdit(): void {
    this.dispatchEvent(new RunsOnEditSelect(!this.runsOnEdit));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-transport": Transport;
  }
}
