import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Ask } from "../../engine/engine-client.js";
import { type Chain, streamNames, toChains } from "../../form/chains.js";
import { namesOf } from "../../form/completion.js";
import { FormModel } from "../../form/form-model.js";
import type { FormText } from "../../form/make-edit.js";
import { problemsOf, type Refusals } from "../../form/problems.js";
import type {
  Diagnostic,
  InputBatches,
  Place,
  ProgramEdit,
  ProgramOutline,
  StreamCall,
} from "../../generated/index.js";
import { base } from "../../styles/base.js";
import { controls } from "../../styles/controls.js";
import { fields } from "../../styles/fields.js";
import { type ArgumentEdit, type MethodPick, PlaceRequest, type ProgramEditRequest } from "../events.js";
import { addIcon } from "../icons.js";
import type { OperatorPicker } from "./operator-picker.js";
import "./argument-field.js";
import "./call-card.js";
import "./input-grid.js";
import "./operator-picker.js";

/** The program as a form: its inputs' batches, its calls and their arguments. A view of the text, like the editor. */
@customElement("brooklet-program-form")
export class ProgramForm extends LitElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 0.625rem var(--inset) 2rem;
        background: var(--ground);
      }
      .notice {
        padding: 0.375rem 0.625rem;
        margin-bottom: 0.625rem;
        background: var(--caution-soft);
        border-radius: var(--radius);
      }
      .interval {
        max-width: 26rem;
        padding-bottom: 0.625rem;
      }
      section {
        padding-bottom: 1rem;
      }
      h3 {
        padding-bottom: 0.375rem;
        font-size: var(--text-label);
        font-weight: 600;
        color: var(--ink-soft);
      }
      h3 code {
        font: inherit;
        font-family: var(--font-code);
        color: var(--ink);
      }
      ol {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .join {
        display: flex;
        align-items: center;
        height: 1.75rem;
        padding-left: 1rem;
      }
      .join::before {
        content: "";
        align-self: stretch;
        width: 2px;
        margin-right: 0.5rem;
        background: var(--line-strong);
      }
      .join button {
        height: 1.375rem;
        padding: 0 0.375rem;
        font-size: var(--text-label);
        color: var(--ink-soft);
      }
      .join button svg {
        width: 0.75rem;
        height: 0.75rem;
      }
      brooklet-input-grid {
        margin-top: 1px;
      }
      .begin {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }
    `,
  ];

  /** The program's text. When it changes, the form reads it again. */
  @property() text = "";
  @property({ attribute: false }) source!: FormText;
  @property({ attribute: false }) ask!: Ask;
  /** What there is to say about the text. */
  @property({ attribute: false }) marks: readonly Diagnostic[] = [];
  @state() private refusals: Refusals = new Map();
  /** Where a chosen method is added: behind a call, and before the next call of the chain. Null adds an input. */
  @state() private gap: { after: StreamCall; before: StreamCall | undefined } | null = null;
  @query("brooklet-operator-picker") private picker!: OperatorPicker;
  private model!: FormModel;

  override willUpdate(): void {
    if (this.hasUpdated) return;
    this.model = new FormModel(this.ask, this.source);
    this.model.addEventListener("change", () => this.requestUpdate());
    void this.model.follow();
  }

  override updated(changes: PropertyValues): void {
    if (changes.has("text") && changes.get("text") !== undefined) {
      this.refusals = new Map();
      void this.model.follow();
    }
  }

  override render() {
    const { outline, isCurrent, operators } = this.model;
    const offered = operators.filter(({ role }) => (role === "input") === (this.gap === null));
    return html`
      ${isCurrent || outline === null ? nothing : this.renderBroken()}
      ${outline ? this.renderOutline(outline) : html`<p class="soft">Reading the program …</p>`}
      <brooklet-operator-picker
        .operators=${offered}
        label=${this.gap === null ? "Add an input" : `Add behind ${this.gap.after.method}`}
        @method-pick=${({ method }: MethodPick) => this.add(method)}
      ></brooklet-operator-picker>
    `;
  }

  private renderBroken() {
    const error = this.marks.find(({ severity, place }) => severity === "error" && place);
    return html`<p class="notice" role="status">
      The code does not parse as it is, so the form waits.
      ${
        error?.place
          ? html`<button class="plain-link" @click=${() => error.place && this.dispatchEvent(new PlaceRequest(error.place))}>
              Line ${error.place.line}: ${error.message}
            </button>`
          : nothing
      }
    </p>`;
  }

  private renderOutline(outline: ProgramOutline) {
    const chains = toChains(outline);
    const names = namesOf(this.text);
    return html`<div @program-edit=${this.takeEdit}>
      ${this.renderInterval(outline)}
      ${repeat(
        chains,
        (_, index) => index,
        (chain) => this.renderChain(chain, outline, names),
      )}
      <div class="begin">
        ${chains.length === 0 ? html`<p class="soft">The program has no stream yet.</p>` : nothing}
        <button class="framed" ?disabled=${!this.model.isCurrent} @click=${() => this.offer(null)}>${addIcon} Add an input</button>
        ${this.refusals.has("add") ? html`<p class="problem" role="status">${this.refusals.get("add")}</p>` : nothing}
      </div>
    </div>`;
  }

  private renderInterval({ batchInterval }: ProgramOutline) {
    if (!batchInterval) return nothing;
    return html`<brooklet-argument-field
      class="interval"
      .argument=${{ ...batchInterval, name: "Batch interval" }}
      problem=${this.refusals.get("interval") ?? ""}
      ?readOnly=${!this.model.isCurrent}
      @argument-edit=${({ text }: ArgumentEdit) => text && this.make({ type: "setBatchInterval", text }, "interval")}
    ></brooklet-argument-field>`;
  }

  private renderChain({ source, calls }: Chain, outline: ProgramOutline, names: readonly string[]) {
    return html`<section>
      ${source === null ? nothing : html`<h3>From <code>${source}</code></h3>`}
      <ol>
        ${calls.map((call, index) => html`<li>${this.renderCall(call, index, calls, outline, names)}</li>`)}
      </ol>
    </section>`;
  }

  private renderCall(
    call: StreamCall,
    index: number,
    calls: readonly StreamCall[],
    outline: ProgramOutline,
    names: readonly string[],
  ) {
    const batches = outline.inputs.find((input) => input.call === call.id);
    const isMovable = (other: StreamCall | undefined) => other?.role === "operator" && other.fixed === null;
    const isFrozen = !this.model.isCurrent;
    return html`<brooklet-call-card
        role-of=${call.role}
        .call=${call}
        summary=${this.model.operators.find(({ method }) => method === call.method)?.summary ?? ""}
        .problems=${problemsOf(call, this.marks, this.refusals)}
        elsewhere=${batches && !batches.fixed ? gridArgument(call, batches) : ""}
        .streams=${streamNames(outline, call)}
        .names=${names}
        ?frozen=${isFrozen}
        ?canRise=${call.role === "operator" && isMovable(calls[index - 1])}
        ?canSink=${call.role === "operator" && isMovable(calls[index + 1])}
      ></brooklet-call-card>
      ${
        batches
          ? html`<brooklet-input-grid
              .input=${batches}
              problem=${this.refusals.get(`${call.id}.batches`) ?? ""}
              .names=${names}
              ?frozen=${isFrozen}
            ></brooklet-input-grid>`
          : nothing
      }
      ${
        call.role === "output"
          ? nothing
          : html`<div class="join">
              <button ?disabled=${isFrozen} aria-label="Add behind ${call.method}" @click=${() => this.offer({ after: call, before: calls[index + 1] })}>
                ${addIcon} Add
              </button>
            </div>`
      }`;
  }

  private offer(gap: ProgramForm["gap"]): void {
    this.gap = gap;
    void this.updateComplete.then(() => this.picker.open());
  }

  private add(method: string): void {
    const { gap } = this;
    if (!gap) {
      void this.make({ type: "addInput", method }, "add");
      return;
    }
    const { id } = gap.after;
    const isOutput = this.model.operators.some((info) => info.method === method && info.role === "output");
    const before = gap.before && !isOutput ? { before: gap.before.id } : {};
    void this.make({ type: "addCall", after: id, ...before, method }, `${id}.`);
  }

  private takeEdit({ edit, site }: ProgramEditRequest): void {
    void this.make(edit, site);
  }

  private async make(edit: ProgramEdit, site: string): Promise<void> {
    const refusal = await this.model.edit(edit);
    const refusals = new Map(this.refusals);
    refusals.delete(site);
    if (refusal !== null) refusals.set(site, refusal);
    this.refusals = refusals;
  }
}

/** The name of the argument that the grid shows. */
function gridArgument(call: StreamCall, { place }: InputBatches): string {
  const isSame = ({ line, column }: Place) => line === place.line && column === place.column;
  return call.arguments.find((argument) => argument.place && isSame(argument.place))?.name ?? "";
}

declare global {
  interface HTMLElementTagNameMap {
    "brooklet-program-form": ProgramForm;
  }
}
