import type { LitElement, ReactiveController } from "lit";
import { placeAfterMove, placeAmongRows, placeAmongWords } from "../../inputs/drop-place.js";
import type { GridPlace } from "../../inputs/record-edit.js";

/** What a drag ends in: something moves to another place. The place is counted as if it were already gone. */
export type GridMove = (from: GridPlace, to: GridPlace) => void;

/**
 * Drags batches and records of an input to other places with the pointer. Their elements are found by
 * `data-batch` on a row and `data-record` on a chip in it; the host marks the place that is `over`.
 */
export class GridDrag implements ReactiveController {
  /** A drop now would put the dragged thing before this one. */
  over: GridPlace | null = null;
  private from: GridPlace | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly move: GridMove,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener("dragover", this.takeOver);
    this.host.addEventListener("dragleave", this.takeLeave);
    this.host.addEventListener("drop", this.takeDrop);
    this.host.addEventListener("dragend", this.end);
  }

  hostDisconnected(): void {
    this.host.removeEventListener("dragover", this.takeOver);
    this.host.removeEventListener("dragleave", this.takeLeave);
    this.host.removeEventListener("drop", this.takeDrop);
    this.host.removeEventListener("dragend", this.end);
  }

  /** Begins a drag. `text` is what a text field gets when it is dropped there. */
  start(event: DragEvent, from: GridPlace, text: string): void {
    this.from = from;
    if (!event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "copyMove";
    event.dataTransfer.setData("text/plain", text);
    const row = from.record === null && (event.target as Element).closest("[data-batch]");
    if (row) event.dataTransfer.setDragImage(row, 8, 8);
  }

  private readonly takeOver = (event: DragEvent) => {
    if (!this.from) return;
    const over = this.placeAt(event, this.from);
    if (over) event.preventDefault();
    this.show(over);
  };

  private readonly takeLeave = () => this.show(null);

  private readonly takeDrop = (event: DragEvent) => {
    const { from } = this;
    const over = from && this.placeAt(event, from);
    this.end();
    if (!over) return;
    event.preventDefault();
    event.stopPropagation();
    const to = { ...over };
    if (over.record === null) to.batch = placeAfterMove(from.batch, over.batch);
    else if (over.batch === from.batch && from.record !== null) to.record = placeAfterMove(from.record, over.record);
    if (to.batch !== from.batch || to.record !== from.record) this.move(from, to);
  };

  private readonly end = () => {
    this.from = null;
    this.show(null);
  };

  private placeAt(event: DragEvent, from: GridPlace): GridPlace | null {
    const { clientX, clientY } = event;
    const rows = [...this.host.renderRoot.querySelectorAll<HTMLElement>("[data-batch]")];
    if (from.record === null) return { batch: placeAmongRows(rows.map(boxOf), clientY), record: null };
    const path = event.composedPath();
    const row = rows.find((candidate) => path.includes(candidate));
    if (!row?.dataset.batch) return null;
    const chips = [...row.querySelectorAll("[data-record]")];
    return { batch: Number(row.dataset.batch), record: placeAmongWords(chips.map(boxOf), clientX, clientY) };
  }

  private show(over: GridPlace | null): void {
    if (over?.batch === this.over?.batch && over?.record === this.over?.record) return;
    this.over = over;
    this.host.requestUpdate();
  }
}

function boxOf(element: Element): DOMRect {
  return element.getBoundingClientRect();
}
