import type { Ask } from "../engine/engine-client.js";
import type { OperatorInfo, ProgramEdit, ProgramOutline, TextChange } from "../generated/index.js";

/** The text that a form is a view of. */
export interface FormText {
  readonly current: string;
  /** Makes the changes as one step of the editor's history. */
  apply(changes: readonly TextChange[]): Promise<void>;
}

/** How often an edit is worked out again for a text that changed meanwhile. */
const MOST_TRIES = 3;

/**
 * The program as the form sees it: always the outline of the text, never a truth of its own.
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

  /** Makes an edit after those that were asked for before; the answer says why not, if it cannot be made. */
  edit(edit: ProgramEdit): Promise<string | null> {
    const made = this.edits.then(() => this.make(edit));
    this.edits = made;
    return made;
  }

  private async make(edit: ProgramEdit): Promise<string | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const text = this.text.current;
      const answer = await this.ask({ type: "edit", program: text, edit });
      if (!answer) return "The engine was ended before it could answer.";
      if (answer.refusal !== null) return answer.refusal;
      if (text !== this.text.current) continue;
      await this.text.apply(answer.changes);
      await this.follow();
      return null;
    }
    return "The program changed while this was worked out.";
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
