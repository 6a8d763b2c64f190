import type { Program } from "./program.js";

/** Hands the program to the browser as a `.py` file. */
export function downloadProgram(program: Program): void {
  const url = URL.createObjectURL(new Blob([program.text], { type: "text/x-python" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = program.fileName;
  link.click();
  // The download reads the URL after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
