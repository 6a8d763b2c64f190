/** A box of a graph, and the boxes above it. */
export interface LayoutNode {
  id: number;
  width: number;
  height: number;
  parents: readonly number[];
}

/** Where a box stands: its upper left corner. */
export interface PlacedNode {
  id: number;
  x: number;
  y: number;
  /** The number of boxes on the longest way to it. */
  layer: number;
}

/** A line between two boxes. */
export interface PlacedEdge {
  from: number;
  to: number;
  /** From the lower side of the one to the upper side of the other, a point a layer. */
  points: readonly { x: number; y: number }[];
}

/** A graph with a place for everything in it. */
export interface Layout {
  nodes: readonly PlacedNode[];
  edges: readonly PlacedEdge[];
  width: number;
  height: number;
}

/** The room between two boxes of a layer, and between two layers. */
export interface Spacing {
  between: number;
  layers: number;
}

/** A box, or the place where a long edge passes a layer. */
interface Slot {
  width: number;
  layer: number;
  x: number;
  above: Slot[];
  below: Slot[];
}

const SWEEPS = 8;

/**
 * Places a graph without cycles in layers, inputs on top.
 *
 * Sugiyama's method ("Methods for visual understanding of hierarchical system structures", 1981):
 * layers by the longest way, the order in a layer by the barycenters of neighbours, positions by
 * pulling every slot to its neighbours as far as the order allows.
 */
export function layOut(nodes: readonly LayoutNode[], spacing: Spacing): Layout {
  const layerOf = toLayers(nodes);
  const slots = new Map<number, Slot>();
  const layers: Slot[][] = [];
  const addSlot = (layer: number, width: number): Slot => {
    const slot = { width, layer, x: 0, above: [], below: [] };
    layers[layer] ??= [];
    layers[layer].push(slot);
    return slot;
  };
  for (const { id, width } of nodes) slots.set(id, addSlot(layerOf.get(id) ?? 0, width));
  const routes = connect(nodes, slots, addSlot);
  for (let layer = 0; layer < layers.length; layer++) layers[layer] ??= [];
  putInOrder(layers);
  const width = position(layers, spacing.between);
  const heights = layers.map((_, layer) =>
    Math.max(0, ...nodes.filter(({ id }) => layerOf.get(id) === layer).map(({ height }) => height)),
  );
  const tops = heights.map((_, layer) =>
    heights.slice(0, layer).reduce((sum, height) => sum + height + spacing.layers, 0),
  );
  const placed = nodes.map(({ id }) => {
    const { x = 0, layer = 0 } = slots.get(id) ?? {};
    return { id, x, y: tops[layer] ?? 0, layer };
  });
  const heightOf = new Map(nodes.map(({ id, height }) => [id, height]));
  const edges = routes.map(({ from, to, way }) => ({
    from,
    to,
    points: way.map((slot, index) => {
      const top = tops[slot.layer] ?? 0;
      const y =
        index === 0
          ? top + (heightOf.get(from) ?? 0)
          : index === way.length - 1
            ? top
            : top + (heights[slot.layer] ?? 0) / 2;
      return { x: slot.x + slot.width / 2, y };
    }),
  }));
  const height = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  return { nodes: placed, edges, width, height };
}

/** The layer of each node: one below the lowest of its parents. */
function toLayers(nodes: readonly LayoutNode[]): Map<number, number> {
  const parentsOf = new Map(nodes.map(({ id, parents }) => [id, parents]));
  const layers = new Map<number, number>();
  const find = (id: number): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const parents = (parentsOf.get(id) ?? []).filter((parent) => parentsOf.has(parent));
    const layer = parents.length === 0 ? 0 : 1 + Math.max(...parents.map(find));
    layers.set(id, layer);
    return layer;
  };
  for (const { id } of nodes) find(id);
  return layers;
}

interface Route {
  from: number;
  to: number;
  way: Slot[];
}

/** Joins the slots of parents and children; an edge over several layers gets a slot in each that it passes. */
function connect(
  nodes: readonly LayoutNode[],
  slots: ReadonlyMap<number, Slot>,
  addSlot: (layer: number, width: number) => Slot,
): Route[] {
  const routes: Route[] = [];
  for (const { id, parents } of nodes) {
    const end = slots.get(id);
    for (const parent of new Set(parents)) {
      const start = slots.get(parent);
      if (!start || !end) continue;
      const way = [start];
      for (let layer = start.layer + 1; layer < end.layer; layer++) way.push(addSlot(layer, 0));
      way.push(end);
      for (let index = 1; index < way.length; index++) {
        const [above, below] = [way[index - 1], way[index]];
        if (!above || !below) continue;
        above.below.push(below);
        below.above.push(above);
      }
      routes.push({ from: parent, to: id, way });
    }
  }
  return routes;
}

/** Orders each layer by where the neighbours stand, down and up by turns. */
function putInOrder(layers: Slot[][]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    const rank = new Map<Slot, number>();
    for (const layer of isDown ? layers : [...layers].reverse()) {
      const wanted = new Map(
        layer.map((slot, index) => {
          const neighbours = isDown ? slot.above : slot.below;
          return [slot, neighbours.length === 0 ? index : mean(neighbours.map((other) => rank.get(other) ?? 0))];
        }),
      );
      layer.sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
      layer.forEach((slot, index) => {
        rank.set(slot, index);
      });
    }
  }
}

/** Gives every slot its x; the width of all. */
function position(layers: readonly Slot[][], between: number): number {
  for (const layer of layers) {
    let x = 0;
    for (const slot of layer) {
      slot.x = x;
      x += slot.width + between;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const layer of isDown ? layers : [...layers].reverse()) pull(layer, isDown ? "above" : "below", between);
  }
  const all = layers.flat();
  const left = Math.min(...all.map(({ x }) => x), Number.POSITIVE_INFINITY);
  for (const slot of all) slot.x -= left;
  return Math.max(0, ...all.map(({ x, width }) => x + width));
}

/**
 * Moves the slots of a layer under or over their neighbours. Where that would make them overlap, those that
 * do become one block that stands at the mean of what its members want.
 */
function pull(layer: readonly Slot[], side: "above" | "below", between: number): void {
  const blocks: { slots: Slot[]; offsets: number[]; wanted: number[]; x: number; width: number }[] = [];
  for (const slot of layer) {
    const neighbours = slot[side];
    const wanted =
      neighbours.length === 0 ? slot.x : mean(neighbours.map(({ x, width }) => x + width / 2)) - slot.width / 2;
    let block = { slots: [slot], offsets: [0], wanted: [wanted], x: wanted, width: slot.width };
    for (let last = blocks.at(-1); last && last.x + last.width + between > block.x; last = blocks.at(-1)) {
      blocks.pop();
      const shift = last.width + between;
      const offsets = [...last.offsets, ...block.offsets.map((offset) => offset + shift)];
      const wants = [...last.wanted, ...block.wanted];
      block = {
        slots: [...last.slots, ...block.slots],
        offsets,
        wanted: wants,
        x: mean(wants.map((want, index) => want - (offsets[index] ?? 0))),
        width: shift + block.width,
      };
    }
    blocks.push(block);
  }
  for (const { slots, offsets, x } of blocks) {
    slots.forEach((slot, index) => {
      slot.x = x + (offsets[index] ?? 0);
    });
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
