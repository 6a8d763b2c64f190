import type { LitElement, ReactiveController } from "lit";
import type { ItemPlace } from "../../feeds/feed-list.js";
import { placeAmongRows } from "../../inputs/drop-place.js";

/**
 * Drags items of a feed to other places with the pointer. Items are found by `data-index`, the places that take them
 * by `data-batch`, and by `data-partition` where there are several in a batch; the host marks the place that is `over`.
 */
export class FeedDrag implements ReactiveController {
  /** A drop now would put the dragged item here. */
  over: ItemPlace | null = null;
  private from: number | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly move: (from: number, to: ItemPlace) => void,
  ) {
    host.addController(this);
  }

  /** Whether an item is being dragged. */
  get isOn(): boolean {
    return this.from !== null;
  }

  hostConnected(): void {
    this.host.addEventListener("dragstart", this.takeStart);
    this.host.addEventListener("dragover", this.takeOver);
    this.host.addEventListener("drop", this.takeDrop);
    this.host.addEventListener("dragend", this.end);
  }

  hostDisconnected(): void {
    this.host.removeEventListener("dragstart", this.takeStart);
    this.host.removeEventListener("dragover", this.takeOver);
    this.host.removeEventListener("drop", this.takeDrop);
    this.host.removeEventListener("dragend", this.end);
  }

  private readonly takeStart = (event: DragEvent) => {
    const item = find(event, "index");
    if (!item || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.title);
    // The list must not change before the browser has taken the picture of what is dragged.
    setTimeout(() => {
      this.from = Number(item.dataset.index);
      this.host.requestUpdate();
    });
  };

  private readonly takeOver = (event: DragEvent) => {
    if (this.from === null) return;
    const over = placeAt(event);
    if (over) event.preventDefault();
    this.show(over);
  };

  private readonly takeDrop = (event: DragEvent) => {
    const { from } = this;
    const to = placeAt(event);
    if (from === null || !to) return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
    this.move(from, to);
  };

  private readonly end = () => {
    this.from = null;
    this.over = null;
    this.host.requestUpdate();
  };

  private show(over: ItemPlace | null): void {
    const { batch, before, partition } = this.over ?? {};
    if (over?.batch === batch && over?.before === before && over?.partition === partition) return;
    this.over = over;
    this.host.requestUpdate();
  }
}

function placeAt(event: DragEvent): ItemPlace | null {
  const place = find(event, "batch");
  if (!place) return null;
  const { batch, partition } = place.dataset;
  const items = [...place.querySelectorAll<HTMLElement>("[data-index]")];
  const next =
    items[
      placeAmongRows(
        items.map((item) => item.getBoundingClientRect()),
        event.clientY,
      )
    ];
  return {
    batch: Number(batch),
    partition: partition === undefined ? null : Number(partition),
    before: next ? Number(next.dataset.index) : null,
  };
}

/** The innermost element of an event's path with this piece of data. */
function find(event: Event, name: "index" | "batch"): HTMLElement | undefined {
  const path = event.composedPath();
  return path.find((target): target is HTMLElement => target instanceof HTMLElement && name in target.dataset);
}
