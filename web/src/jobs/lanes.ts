import type { JobReport, StageReport, TaskReport } from "../generated/index.js";

/** A task, and the stage that it is of. */
export interface StageTask {
  stage: StageReport;
  task: TaskReport;
}

/** Tasks by the thread that ran them, threads in order, each thread's tasks in the order of time. */
export interface Lane {
  thread: number;
  tasks: StageTask[];
}

/** The tasks of all jobs of a batch as lanes of a timeline. */
export function toLanes(jobs: readonly JobReport[]): Lane[] {
  const lanes = new Map<number, Lane>();
  for (const { stages } of jobs) {
    for (const stage of stages) {
      for (const task of stage.tasks) {
        const lane = lanes.get(task.thread) ?? { thread: task.thread, tasks: [] };
        lanes.set(task.thread, lane);
        lane.tasks.push({ stage, task });
      }
    }
  }
  for (const { tasks } of lanes.values()) tasks.sort((one, other) => one.task.startedMs - other.task.startedMs);
  return [...lanes.values()].sort((one, other) => one.thread - other.thread);
}

/** When the last task ended, in milliseconds since the batch's first job began. */
export function endOf(lanes: readonly Lane[]): number {
  const ends = lanes.flatMap(({ tasks }) => tasks.map(({ task }) => task.startedMs + task.processingTimeMs));
  return ends.reduce((last, end) => Math.max(last, end), 0);
}

/** About `count` round moments from 0 to the end, for the axis of a timeline. */
export function ticksTo(endMs: number, count: number): number[] {
  if (endMs <= 0) return [0];
  const rough = endMs / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.floor(endMs / step) + 1 }, (_, index) => index * step);
}
