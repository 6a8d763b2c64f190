import type { Program } from "./program.js";
import { programToJson } from "./stored-program.js";

/** Hands the program to the browser as a `.py` file. */
export function downloadProgram({ fileName, text }: Program): void {
  offer(fileName, new Blob([text], { type: "text/x-python" }));
}

/** The file of a whole program: `word_count.json`. */
export function wholeFileName({ fileName }: Program): string {
  return `${fileName.replace(/\.py$/, "")}.json`;
}

/** Hands the program to the browser with its files, its arguments and its feeds; the page opens that file again. */
export function downloadWhole(program: Program): void {
  offer(wholeFileName(program), new Blob([programToJson(program)], { type: "application/json" }));
}

/** Hands a data file to the browser. */
export function downloadFile(path: string, bytes: Uint8Array): void {
  offer(path.slice(path.lastIndexOf("/") + 1), new Blob([new Uint8Array(bytes)]));
}

function offer(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The download reads the URL after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
