import type { LitElement, ReactiveController } from "lit";
import { isNotebook, isProgramFile } from "../../document/read-program.js";

/**
 * Takes programs that are dropped on the page or pasted into it: a `.py` file, a notebook, a notebook's text. What a
 * pane takes for itself it leaves alone.
 */
export class ProgramDrop implements ReactiveController {
  constructor(
    private readonly host: LitElement,
    private readonly open: (name: string, text: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener("dragover", this.takeDrag);
    this.host.addEventListener("drop", this.takeDrop);
    this.host.addEventListener("paste", this.takePaste, true);
  }

  hostDisconnected(): void {
    this.host.removeEventListener("dragover", this.takeDrag);
    this.host.removeEventListener("drop", this.takeDrop);
    this.host.removeEventListener("paste", this.takePaste, true);
  }

  private readonly takeDrag = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };

  private readonly takeDrop = async (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (event.defaultPrevented || !file) return;
    event.preventDefault();
    if (isProgramFile(file.name)) this.open(file.name, await file.text());
  };

  private readonly takePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isNotebook(text)) return;
    event.preventDefault();
    event.stopPropagation();
    this.open("notebook.ipynb", text);
  };
}
