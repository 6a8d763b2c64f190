import type { Ask } from "../engine/engine-client.js";
import { BLANK_PROGRAM } from "./program.js";
import type { Opened } from "./workspace.js";

/** The file names of programs that can be opened. */
export const PROGRAM_FILES = ".py,.ipynb,text/x-python,text/plain";

/** Whether a file of that name is a program. */
export function isProgramFile(name: string): boolean {
  return /\.(py|ipynb)$/i.test(name);
}

/** Whether a text is that of a Jupyter notebook. */
export function isNotebook(text: string): boolean {
  return /^\s*\{/.test(text) && /"nbformat"\s*:/.test(text) && /"(cells|worksheets)"\s*:/.test(text);
}

/** Makes a program of a file's text: a notebook gives its code cells. Throws with a sentence when it is none. */
export async function readProgram(name: string, text: string, ask: Ask): Promise<Opened> {
  if (!/\.ipynb$/i.test(name) && !isNotebook(text)) {
    return { program: { ...BLANK_PROGRAM, fileName: name, text }, notice: null };
  }
  const answer = await ask({ type: "openNotebook", notebook: text });
  if (answer?.program == null) throw new Error(answer?.refusal ?? "The engine was ended before it could answer.");
  const fileName = `${name.replace(/\.(ipynb|py|json)$/i, "")}.py`;
  return { program: { ...BLANK_PROGRAM, fileName, text: answer.program }, notice: describe(answer.passedOver) };
}

function describe(lines: readonly string[]): string | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const count = others.length === 0 ? "A line" : `${lines.length} lines`;
  const isAre = others.length === 0 ? "is a comment" : "are comments";
  return `${count} that only a notebook understands ${isAre} now: ${lines.slice(0, 4).join(", ")}${lines.length > 4 ? ", …" : ""}`;
}
