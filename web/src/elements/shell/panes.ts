import { html, type ReactiveController, type ReactiveControllerHost } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { browserStorage } from "../../document/draft-store.js";
import { keepDividers, keptDividers, moveDivider, toColumns } from "../../styles/pane-widths.js";
import type { DividerMove } from "./pane-divider.js";
import "./pane-divider.js";

export type PaneId = "program" | "stream" | "results";

const PANES: readonly { id: PaneId; name: string }[] = [
  { id: "program", name: "Program" },
  { id: "stream", name: "Stream" },
  { id: "results", name: "Results" },
];

/** The width below which one pane at a time is shown. */
const NARROW = matchMedia("(max-width: 699px)");

/** The three panes: side by side with dividers that can be moved, or behind tabs where there is no room. */
export class Panes implements ReactiveController {
  /** Whether one pane at a time is shown. */
  isNarrow = NARROW.matches;
  private opened: PaneId = "program";
  private dividers = keptDividers(browserStorage());

  constructor(private readonly host: ReactiveControllerHost & { renderRoot: HTMLElement | DocumentFragment }) {
    host.addController(this);
  }

  hostConnected(): void {
    NARROW.addEventListener("change", this.takeWidth);
  }

  hostDisconnected(): void {
    NARROW.removeEventListener("change", this.takeWidth);
  }

  /** The pane whose tab is chosen. */
  get chosen(): PaneId {
    return this.opened;
  }

  open(pane: PaneId): void {
    this.opened = pane;
    this.host.requestUpdate();
  }

  render(contents: Record<PaneId, unknown>) {
    return html`
      <div class="tabs" role="tablist" aria-label="Panes" @keydown=${this.takeTabKey}>
        ${PANES.map(
          ({ id, name }) => html`<button
            id="tab-${id}"
            role="tab"
            aria-selected=${this.opened === id}
            aria-controls="pane-${id}"
            tabindex=${this.opened === id ? 0 : -1}
            @click=${() => this.open(id)}
          >
            ${name}
          </button>`,
        )}
      </div>
      <div class="panes" style=${styleMap({ "--columns": toColumns(this.dividers) })}>
        ${this.renderPane("program", contents, this.renderDivider(0, "Between program and stream"))}
        ${this.renderPane("stream", contents, this.renderDivider(1, "Between stream and results"))}
        ${this.renderPane("results", contents, null)}
      </div>
    `;
  }

  private renderPane(id: PaneId, contents: Record<PaneId, unknown>, divider: unknown) {
    return html`<section
      id="pane-${id}"
      class="pane ${id} ${this.opened === id ? "open" : ""}"
      role=${this.isNarrow ? "tabpanel" : "region"}
      aria-label=${PANES.find((pane) => pane.id === id)?.name ?? ""}
    >
      ${contents[id]} ${divider}
    </section>`;
  }

  private renderDivider(index: 0 | 1, label: string) {
    return html`<brooklet-pane-divider
      label=${label}
      .position=${this.dividers[index]}
      @divider-move=${({ position }: DividerMove) => this.moveDivider(index, position)}
    ></brooklet-pane-divider>`;
  }

  private moveDivider(index: 0 | 1, position: number): void {
    this.dividers = moveDivider(this.dividers, index, position);
    keepDividers(this.dividers, browserStorage());
    this.host.requestUpdate();
  }

  private readonly takeWidth = () => {
    this.isNarrow = NARROW.matches;
    this.host.requestUpdate();
  };

  private readonly takeTabKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const index = PANES.findIndex(({ id }) => id === this.opened);
    const next = PANES[(index + step + PANES.length) % PANES.length];
    if (!next) return;
    event.preventDefault();
    this.open(next.id);
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus(),
    );
  };
}
