import type { Ask } from "../engine/engine-client.js";
import { BLANK_PROGRAM, type Program } from "./program.js";
import { programFromJson } from "./stored-program.js";
import type { Opened } from "./workspace.js";

/** The file names of programs that can be opened. */
export const PROGRAM_FILES = ".py,.ipynb,.json,text/x-python,text/plain";

/** Whether a file of that name is a program. */
export function isProgramFile(name: string): boolean {
  return /\.(py|ipynb|json)$/i.test(name);
}

/** Whether a text is that of a Jupyter notebook. */
export function isNotebook(text: string): boolean {
  return /^\s*\{/.test(text) && /"nbformat"\s*:/.test(text) && /"(cells|worksheets)"\s*:/.test(text);
}

/**
 * Makes a program of a file's text: of Python, a notebook's code cells, a program that this page has kept as a file.
 * Throws with a sentence when it is none.
 */
export async function readProgram(name: string, text: string, ask: Ask): Promise<Opened> {
  if (/\.json$/i.test(name) && !isNotebook(text)) return { program: readWhole(text), notice: null };
  if (!/\.ipynb$/i.test(name) && !isNotebook(text)) {
    return { program: { ...BLANK_PROGRAM, fileName: name, text }, notice: null };
  }
  const answer = await ask({ type: "openNotebook", notebook: text });
  if (answer?.program == null) throw new Error(answer?.refusal ?? "The engine was ended before it could answer.");
  const fileName = `${name.replace(/\.(ipynb|py|json)$/i, "")}.py`;
  return { program: { ...BLANK_PROGRAM, fileName, text: answer.program }, notice: describe(answer.passedOver) };
}

function readWhole(text: string): Program {
  try {
    return programFromJson(text);
  } catch {
    throw new Error("This JSON file is neither a notebook nor a program of Brooklet.");
  }
}

function describe(lines: readonly string[]): string | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const count = others.length === 0 ? "A line" : `${lines.length} lines`;
  const isAre = others.length === 0 ? "is a comment" : "are comments";
  return `${count} that only a notebook understands ${isAre} now: ${lines.slice(0, 4).join(", ")}${lines.length > 4 ? ", …" : ""}`;
}
