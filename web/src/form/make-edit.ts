import type { Ask } from "../engine/engine-client.js";
import type { ProgramEdit, TextChange } from "../generated/index.js";

/** The text that a form is a view of. */
export interface FormText {
  readonly current: string;
  /** Makes the changes as one step of the editor's history. */
  apply(changes: readonly TextChange[]): Promise<void>;
}

/** How often an edit is worked out again for a text that changed meanwhile. */
const MOST_TRIES = 3;

/** Makes an edit in a program's text. Gives the reason if it cannot be made, else null. */
export async function makeEdit(ask: Ask, text: FormText, edit: ProgramEdit): Promise<string | null> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const program = text.current;
    const answer = await ask({ type: "edit", program, edit });
    if (!answer) return "The engine was ended before it could answer.";
    if (answer.refusal !== null) return answer.refusal;
    if (program !== text.current) continue;
    await text.apply(answer.changes);
    return null;
  }
  return "The program changed while this was worked out.";
}
