import type { Ask } from "../engine/engine-client.js";
import type { OperatorInfo, ProgramEdit, ProgramOutline } from "../generated/index.js";
import { type FormText, makeEdit } from "./make-edit.js";

/**
 * The program as the form shows it: the outline of the text. It keeps nothing that is not in the text.
 *
 * A `change` event says that any of the public fields may differ.
 */
export class FormModel extends EventTarget {
  /** The outline of the last text that parsed; null until there was one. */
  outline: ProgramOutline | null = null;
  /** Whether the outline is of the text as it is now. */
  isCurrent = false;
  /** What can be added. */
  operators: readonly OperatorInfo[] = [];

  private edits: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ask: Ask,
    private readonly text: FormText,
  ) {
    super();
    void ask({ type: "operators" }).then((answer) => {
      this.operators = answer?.operators ?? [];
      this.changed();
    });
  }

  /** Takes in the text as it is now. */
  async follow(): Promise<void> {
    const text = this.text.current;
    const answer = await this.ask({ type: "outline", program: text });
    const outline = answer?.outline ?? null;
    if (text !== this.text.current) return;
    this.isCurrent = outline !== null;
    this.outline = outline ?? this.outline;
    this.changed();
  }

  /** Makes an edit, after those that were asked for before. Gives the reason if it cannot be made, else null. */
  edit(edit: ProgramEdit): Promise<string | null> {
    const made = this.edits.then(() => this.make(edit));
    this.edits = made;
    return made;
  }

  private async make(edit: ProgramEdit): Promise<string | null> {
    const refusal = await makeEdit(this.ask, this.text, edit);
    if (refusal === null) await this.follow();
    return refusal;
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
