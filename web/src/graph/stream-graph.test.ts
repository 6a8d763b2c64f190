import { describe, expect, it, vi } from "vitest";
import type { StreamInfo, StreamLook } from "../generated/index.js";
import { reportOf } from "../testing/reports.js";
import { Looks, recordCount } from "./looks.js";
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

describe("looks", () => {
  const look: StreamLook = {
    columns: ["value"],
    partitions: [
      { total: 2, rows: [["1"], ["2"]] },
      { total: 1, rows: [["3"]] },
    ],
    window: null,
    stateChanges: null,
    absence: null,
  };

  it("asks the engine once for a stream at a batch", async () => {
    const ask = vi.fn(async () => look);
    const looks = new Looks(ask);
    const batch = reportOf(3, []);
    expect(looks.find(0, batch)).toBeUndefined();
    await Promise.all([looks.fetch(0, batch), looks.fetch(0, batch)]);
    expect(ask.mock.calls).toEqual([[0, 3000, 100]]);
    expect(looks.find(0, batch)).toBe(look);
    expect(looks.find(0, reportOf(3, []))).toBeUndefined();
  });

  it("counts records over the partitions, where there is an RDD", () => {
    expect(recordCount(look)).toBe(3);
    expect(recordCount({ ...look, partitions: [] })).toBeNull();
    expect(recordCount({ ...look, absence: "Nothing." })).toBeNull();
    expect(recordCount(undefined)).toBeNull();
  });
});
