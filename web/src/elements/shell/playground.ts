import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { browserStorage, DraftStore, NoDrafts } from "../../document/draft-store.js";
import { examples } from "../../document/examples.js";
import { isProgramFragment, toLink } from "../../document/permalink.js";
import { type Program, titleOf } from "../../document/program.js";
import { readProgram } from "../../document/read-program.js";
import { Workspace } from "../../document/workspace.js";
import { startEngineWorker } from "../../engine/start-worker.js";
import type { Diagnostic, FeedAddress, Place } from "../../generated/index.js";
import { changedBatches } from "../../run/differences.js";
import { failureMarks } from "../../run/failure-marks.js";
import { Session } from "../../run/session.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import type { ProgramAction, RunAction } from "../events.js";
import { brookMark } from "../icons.js";
import type { ProgramPane } from "../program/program-pane.js";
import { Panes } from "./panes.js";
import { playgroundLayout } from "./playground-layout.js";
import { ProgramDrop } from "./program-drop.js";
import "./batch-scrubber.js";
import "./engine-status.js";
import "./live-region.js";
import "./notice-bar.js";
import "./program-menu.js";
import "../program/program-pane.js";
import "../results/results-view.js";
import "./share-menu.js";
import "../stream/stream-pane.js";
import "./theme-switch.js";
import "./transport.js";

/** The whole page: a program, its run, its results. */
@customElement("brooklet-playground")
export class Playground extends LitElement {
  static override styles = [base, controls, playgroundLayout];

  /** Starts the engine's worker. */
  @property({ attribute: false }) createWorker = startEngineWorker;
  /** The program that another page embeds. It is then the only program of this page. */
  @property({ attribute: false }) embedded: Program | null = null;
  @query("brooklet-program-pane") private programPane!: ProgramPane;
  private readonly panes = new Panes(this);
  private session!: Session;

  override connectedCallback(): void {
    super.connectedCallback();
    const drafts = this.embedded ? new NoDrafts() : new DraftStore(browserStorage());
    this.session = new Session(new Workspace(drafts), this.createWorker);
    this.session.addEventListener("change", () => this.requestUpdate());
    window.addEventListener("keydown", (event) => this.takeKey(event));
    window.addEventListener("pagehide", () => this.session.document.keepNow());
    if (this.embedded) {
      this.panes.open("results");
      this.session.document.startWith(this.embedded);
      return;
    }
    new ProgramDrop(this, (name, text) => void this.openText(name, text));
    window.addEventListener("hashchange", () => this.openLink());
    void this.session.document.start(location.hash.slice(1)).then(forgetFragment);
  }

  override render() {
    const { session } = this;
    const { record } = session.run;
    const selected = session.selection.batch;
    return html`
      <header class="top">
        <h1>${brookMark}<span class="name">Brooklet</span></h1>
        ${this.embedded ? html`<span class="title">${titleOf(session.document.program.fileName)}</span>` : this.renderMenu()}
        <span class="space"></span>
        ${this.embedded ? html`<button class="framed" @click=${this.openWhole}>Open in Brooklet</button>` : this.renderTools()}
      </header>
      <brooklet-notice-bar .notice=${session.notice} @dismiss=${() => session.dismissNotice()}></brooklet-notice-bar>
      ${this.renderPlayer()}
      <main>
        ${this.panes.render({
          program: html`<brooklet-program-pane
            .program=${session.document.program}
            .ask=${session.run.ask}
            .diagnostics=${this.remarks}
            .marks=${this.marks}
            ?eager=${session.run.hasAnswered}
          ></brooklet-program-pane>`,
          stream: html`<brooklet-stream-pane
            .record=${record}
            .selected=${selected}
            .clockMs=${session.run.clockMs}
            .ask=${session.run.ask}
          ></brooklet-stream-pane>`,
          results: html`<brooklet-results-view
            .program=${session.document.program.fileName}
            .record=${record}
            .earlier=${session.run.recordBefore}
            .selected=${selected}
            .ask=${session.run.ask}
            .stale=${session.run.isStale}
          ></brooklet-results-view>
          ${this.renderFeeds()}`,
        })}
      </main>
      <brooklet-live-region .record=${record}></brooklet-live-region>
    `;
  }

  private renderMenu() {
    const { session } = this;
    return html`<brooklet-program-menu
          .fileName=${session.document.program.fileName}
          .examples=${examples}
          .changed=${examples.filter((example) => session.document.workspace.isChanged(example)).map(({ fileName }) => fileName)}
          .own=${session.document.workspace.ownPrograms}
          @program-request=${({ action }: { action: ProgramAction }) => this.takeProgramAction(action)}
        ></brooklet-program-menu>`;
  }

  private renderTools() {
    const { session } = this;
    return html`<brooklet-engine-status
          .status=${session.run.engine}
          .cores=${session.run.cores}
          .arguments=${session.document.program.arguments}
        ></brooklet-engine-status>
        <brooklet-share-menu .program=${session.document.program}></brooklet-share-menu>
      <brooklet-theme-switch></brooklet-theme-switch>`;
  }

  /** A pane for each feed that the program reads, or that the document has. */
  private renderFeeds() {
    const { session } = this;
    const { addresses } = session.feeds;
    if (addresses.length === 0) return nothing;
    void import("../feeds/feeds-dock.js");
    return html`<brooklet-feeds-dock
      .addresses=${addresses}
      .feeds=${session.document.program.feeds}
      .readingOf=${(address: FeedAddress) => session.feeds.readingOf(address)}
      .ask=${session.run.ask}
      .statusOf=${(address: FeedAddress) => session.live?.statusOf(address) ?? null}
      ?listening=${session.run.isListening}
      ?waiting=${session.run.isListening && session.run.state === "waiting"}
    ></brooklet-feeds-dock>`;
  }

  private renderPlayer() {
    const { session } = this;
    return html`<section class="player" aria-label="Run">
      <brooklet-transport
        .state=${session.run.state}
        .pace=${session.run.pace}
        .stale=${session.run.isStale}
        .runsOnEdit=${session.run.runsOnEdit}
        ?live=${session.run.isLive}
      ></brooklet-transport>
      <brooklet-batch-scrubber
        .record=${session.run.record}
        .changed=${changedBatches(session.run.record, session.run.recordBefore)}
        .selected=${session.selection.batch}
      ></brooklet-batch-scrubber>
      ${session.run.isBusy ? html`<div class="working" role="progressbar" aria-label="The engine is working"></div>` : nothing}
    </section>`;
  }

  override firstUpdated(): void {
    const { session } = this;
    this.addEventListener("text-edit", ({ text }) => session.document.edit(text));
    this.addEventListener("settings-edit", ({ settings }) => session.document.set(settings));
    this.addEventListener("feed-send", ({ feed }) => session.feeds.send(feed));
    this.addEventListener("live-request", ({ feed, live }) => {
      if (live === null) session.live?.close(feed);
      else void session.openLive(feed, live);
    });
    this.addEventListener("run-request", ({ action }) => this.takeRunAction(action));
    this.addEventListener("pace-select", ({ pace }) => session.run.setPace(pace));
    this.addEventListener("runs-on-edit-select", ({ runsOnEdit }) => session.run.setRunsOnEdit(runsOnEdit));
    this.addEventListener("cores-select", ({ cores }) => session.run.setCores(cores));
    this.addEventListener("fix-request", ({ fix }) => void this.programPane.mend(fix));
    this.addEventListener("batch-select", ({ batch }) => session.select(batch));
    this.addEventListener("place-request", ({ place }) => this.reveal(place));
    this.addEventListener("tell", ({ tone, text }) => session.tell(tone, text));
  }

  override updated(_changes: PropertyValues): void {
    document.title = `${this.session.document.program.fileName} · Brooklet`;
  }

  /** What there is to say about the text, and about how it ran. */
  private get remarks(): readonly Diagnostic[] {
    const { diagnostics, record, isStale } = this.session.run;
    return isStale ? diagnostics : [...diagnostics, ...record.advice];
  }

  /** What the editor shows at its places: those remarks, and where the run failed. */
  private get marks(): readonly Diagnostic[] {
    const { record, isStale } = this.session.run;
    return isStale ? this.remarks : [...this.remarks, ...failureMarks(record)];
  }

  private takeRunAction(action: RunAction): void {
    this.session.act(action);
    const { panes } = this;
    if (panes.isNarrow && panes.chosen === "program" && action !== "stop") panes.open("results");
  }

  private async takeProgramAction(action: ProgramAction): Promise<void> {
    const { session } = this;
    if (action.kind === "open") await session.document.openNamed(action.fileName);
    else if (action.kind === "create") await session.document.create();
    else if (action.kind === "discard") await session.document.discard(action.fileName);
    else if (action.kind === "openFile") {
      await this.openText(action.file.name, await action.file.text());
    } else {
      const example = session.document.workspace.findExample(action.fileName);
      if (example) await session.document.restore(example);
    }
  }

  /** Opens the text of a file as a program of its own. */
  private async openText(name: string, text: string): Promise<void> {
    const { session } = this;
    try {
      const { program, notice } = await readProgram(name, text, session.run.ask);
      await session.document.adopt(program);
      if (notice !== null) session.tell("info", notice);
    } catch (error) {
      session.tell("problem", error instanceof Error ? error.message : String(error));
    }
  }

  private async openLink(): Promise<void> {
    const fragment = location.hash.slice(1);
    if (!isProgramFragment(fragment)) return;
    this.session.document.keepNow();
    await this.session.document.start(fragment);
    forgetFragment();
  }

  private async openWhole(): Promise<void> {
    try {
      window.open(await toLink(this.session.document.program, new URL("./", location.href).href), "_blank", "noopener");
    } catch (error) {
      this.session.tell("problem", error instanceof Error ? error.message : String(error));
    }
  }

  private reveal(place: Place): void {
    this.panes.open("program");
    void this.updateComplete.then(() => this.programPane.reveal(place));
  }

  private takeKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    if (event.key === "Enter") this.takeRunAction(event.shiftKey ? "step" : "run");
    else if (event.key === ".") this.takeRunAction("pause");
    else return;
    event.preventDefault();
  }
}

/** Removes the program from the address. After an edit it would be an old version. */
function forgetFragment(): void {
  if (isProgramFragment(location.hash.slice(1))) history.replaceState(null, "", location.pathname + location.search);
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-playground": Playground;
  }
}
