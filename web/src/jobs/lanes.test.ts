import { describe, expect, it } from "vitest";
import type { JobReport, TaskReport } from "../generated/index.js";
import { endOf, ticksTo, toLanes } from "./lanes.js";

const task = (partition: number, thread: number, startedMs: number): TaskReport => ({
  partition,
  thread,
  startedMs,
  processingTimeMs: 2,
  records: 1,
  attempts: 1,
});

const job = (id: number, tasks: TaskReport[]): JobReport => ({
  id,
  output: 0,
  stages: [{ id, name: "map", parents: [], isSkipped: false, shuffleWriteRecords: 0, tasks }],
});

describe("lanes", () => {
  const lanes = toLanes([job(0, [task(0, 1, 3), task(1, 0, 0)]), job(1, [task(0, 1, 1)])]);

  it("sort a batch's tasks by thread and time", () => {
    expect(
      lanes.map(({ thread, tasks }) => [thread, tasks.map(({ stage, task }) => [stage.id, task.startedMs])]),
    ).toEqual([
      [0, [[0, 0]]],
      [
        1,
        [
          [1, 1],
          [0, 3],
        ],
      ],
    ]);
  });

  it("end with their last task", () => {
    expect(endOf(lanes)).toBe(5);
    expect(endOf([])).toBe(0);
  });
});

describe("ticks", () => {
  it("are round and reach to the end", () => {
    expect(ticksTo(5, 4)).toEqual([0, 2, 4]);
    expect(ticksTo(0.93, 4)).toEqual([0, 0.5]);
    expect(ticksTo(100, 4)).toEqual([0, 50, 100]);
    expect(ticksTo(0, 4)).toEqual([0]);
  });
});
