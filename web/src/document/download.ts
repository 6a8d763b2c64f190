import type { Program } from "./program.js";

/** Hands the program to the browser as a `.py` file. */
export function downloadProgram({ fileName, text }: Program): void {
  offer(fileName, new Blob([text], { type: "text/x-python" }));
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
