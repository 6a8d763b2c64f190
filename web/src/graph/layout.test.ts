import { describe, expect, it } from "vitest";
import { type LayoutNode, layOut } from "./layout.js";

const SPACING = { between: 12, layers: 30 };

const node = (id: number, ...parents: number[]): LayoutNode => ({ id, width: 100, height: 40, parents });

/** Graphs without cycles: a node's parents have smaller numbers. */
function randomGraph(seed: number, count: number): LayoutNode[] {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, id) => ({
    id,
    width: 60 + random(80),
    height: 40,
    parents: id === 0 ? [] : Array.from({ length: random(3) }, () => random(id)),
  }));
}

describe("layout", () => {
  it("puts a chain into one column", () => {
    const { nodes, edges, width, height } = layOut([node(0), node(1, 0), node(2, 1)], SPACING);
    expect(nodes.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 70],
      [0, 140],
    ]);
    expect(edges[0]?.points).toEqual([
      { x: 50, y: 40 },
      { x: 50, y: 70 },
    ]);
    expect([width, height]).toEqual([100, 180]);
  });

  it("puts a fork under the middle of its parent, and a join under both", () => {
    const { nodes } = layOut([node(0), node(1, 0), node(2, 0), node(3, 1, 2)], SPACING);
    const [fork, one, other, join] = nodes.map(({ x }) => x);
    expect(fork).toBe(((one ?? 0) + (other ?? 0)) / 2);
    expect(join).toBe(fork);
  });

  it("uncrosses two chains whose nodes come in an unlucky order", () => {
    const { nodes } = layOut([node(0), node(1), node(2, 1), node(3, 0)], SPACING);
    const x = (id: number) => nodes.find((placed) => placed.id === id)?.x ?? 0;
    expect(x(0) < x(1)).toBe(x(3) < x(2));
  });

  it("has nothing to place in an empty graph", () => {
    expect(layOut([], SPACING)).toEqual({ nodes: [], edges: [], width: 0, height: 0 });
  });

  it("never lets boxes overlap, and lets every edge go down", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const graph = randomGraph(seed, 2 + (seed % 25));
      const { nodes, edges, width, height } = layOut(graph, SPACING);
      const widthOf = (id: number) => graph[id]?.width ?? 0;
      for (const one of nodes) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + widthOf(one.id)).toBeLessThanOrEqual(width + 1e-6);
        expect(one.y + 40).toBeLessThanOrEqual(height);
        for (const other of nodes) {
          if (one.id >= other.id || one.layer !== other.layer) continue;
          const [left, right] = one.x < other.x ? [one, other] : [other, one];
          expect(left.x + widthOf(left.id)).toBeLessThanOrEqual(right.x + 1e-6);
        }
      }
      for (const { points } of edges) {
        for (let index = 1; index < points.length; index++) {
          expect(points[index]?.y).toBeGreaterThan(points[index - 1]?.y ?? 0);
        }
      }
      expect(edges).toHaveLength(graph.reduce((sum, { parents }) => sum + new Set(parents).size, 0));
    }
  });
});
