import { describe, expect, it } from "vitest";
import type { StreamInfo } from "../generated/index.js";
import { toGraph } from "./stream-graph.js";

const PROGRAM = `pairs = words.map(lambda word: (word, 1)) \\
    .reduceByKeyAndWindow(
        add, None, 3, 2)
pairs.pprint(5)
`;

const place = (line: number, column: number, endLine: number, endColumn: number) => ({
  line,
  column,
  endLine,
  endColumn,
});

const stream = (id: number, operator: string, more: Partial<StreamInfo>): StreamInfo => ({
  id,
  operator,
  place: null,
  parents: [],
  slideMs: 1000,
  windowMs: null,
  isStateful: false,
  feeds: [],
  ...more,
});

describe("graph", () => {
  const graph = toGraph(
    [
      stream(0, "queueStream", {}),
      stream(1, "map", { parents: [0], place: place(1, 8, 1, 41) }),
      stream(2, "reduceByKeyAndWindow", {
        parents: [1],
        place: place(1, 8, 3, 24),
        windowMs: 3000,
        slideMs: 2000,
        isStateful: true,
      }),
    ],
    [{ id: 0, stream: 2, operator: "pprint", label: "pprint", place: place(4, 0, 4, 15) }],
    PROGRAM,
  );

  it("tells what each call was given", () => {
    expect(graph.map(({ operator, detail }) => [operator, detail])).toEqual([
      ["queueStream", ""],
      ["map", "lambda word: (word, 1)"],
      ["reduceByKeyAndWindow", "add, None, 3, 2"],
      ["pprint", "5"],
    ]);
  });

  it("finds the call in the chain that it ends", () => {
    expect(graph[2]?.place).toEqual(place(2, 5, 3, 24));
  });

  it("says what is special about a stream", () => {
    expect(graph.map(({ marks }) => marks)).toEqual([[], [], ["window 3 s", "every 2 s", "state"], []]);
  });

  it("ends in the outputs", () => {
    expect(graph[3]).toMatchObject({ id: -1, role: "output", stream: 2, parents: [2] });
  });
});
