import { describe, expect, it } from "vitest";
import { compareOutcome } from "./compare-outcome.js";
import type { CaseMeta, ConformanceCase } from "./corpus.js";
import type { Outcome } from "./outcome.js";

function conformanceCase(meta: Partial<CaseMeta> = {}): ConformanceCase {
  return {
    name: "example",
    folder: "",
    file: "program.py",
    program: "",
    expected: "1\n",
    feeds: [],
    meta: { name: "example", cores: 4, interval_ms: 1000, files: [], exit_code: 0, compare: {}, ...meta },
  };
}

function outcome(parts: Partial<Outcome> = {}): Outcome {
  return { folder: "/home/stream", stdout: "1\n", stderr: "", exitCode: 0, reported: null, ...parts };
}

const logged = { batch: 2, phase: "job", output: 1, exception: "KeyError", message: "'tea'" } as const;

describe("compareOutcome", () => {
  it("finds nothing where all agrees", () => {
    expect(compareOutcome(conformanceCase(), outcome())).toEqual([]);
    const reported = { batches: [], program: null };
    expect(compareOutcome(conformanceCase(), outcome({ reported }))).toEqual([]);
  });

  it("compares the exit code", () => {
    expect(compareOutcome(conformanceCase(), outcome({ exitCode: 1 }))).toEqual(["exit code 1 instead of 0"]);
  });

  it("knows the program's folder in messages", () => {
    const missing = { ...logged, message: "file:<cwd>/inbox" };
    const stderr = "KeyError: file:/home/stream/inbox\n";
    expect(compareOutcome(conformanceCase({ failure: { logged: [missing] } }), outcome({ stderr }))).toEqual([]);
  });

  it("wants the failures of batches, and no others", () => {
    const failing = conformanceCase({ failure: { logged: [logged] } });
    const failure = { batch: 2, output: 1, title: "KeyError", message: "'tea'", traceback: "" };
    const report = (batches: (typeof failure)[]) => outcome({ reported: { batches, program: null } });
    expect(compareOutcome(failing, report([failure]))).toEqual([]);
    expect(compareOutcome(failing, report([]))).toEqual(["not reported: batch 2, output 1: KeyError: 'tea'"]);
    expect(compareOutcome(failing, report([{ ...failure, output: 0 }]))).toHaveLength(2);
    expect(compareOutcome(failing, report([failure, failure]))).toHaveLength(1);
    expect(compareOutcome(conformanceCase(), report([failure]))).toHaveLength(1);
  });

  it("takes a failure whose traceback quotes the exception", () => {
    const failing = conformanceCase({ failure: { logged: [logged] } });
    const failure = {
      batch: 2,
      output: 1,
      title: "RuntimeError",
      message: "",
      traceback: "KeyError: 'tea'\n\nRuntimeError",
    };
    const report = (traceback: string) =>
      outcome({ reported: { batches: [{ ...failure, traceback }], program: null } });
    expect(compareOutcome(failing, report("KeyError: 'tea'\n\nRuntimeError"))).toEqual([]);
    expect(compareOutcome(failing, report("KeyError: 'teapot'\n\nRuntimeError"))).toHaveLength(2);
  });

  it("finds what the JVM threw after the line of a Py4JJavaError", () => {
    const thrown = { ...logged, exception: "py4j.protocol.Py4JJavaError", message: "java.lang.Error: no" };
    const failing = conformanceCase({ failure: { logged: [thrown] } });
    const stderr = "py4j.protocol.Py4JJavaError: An error occurred while calling o1.train.\n: java.lang.Error: no\n";
    expect(compareOutcome(failing, outcome({ stderr }))).toEqual([]);
    expect(compareOutcome(failing, outcome({ stderr: stderr.replace(": no", ": yes") }))).not.toEqual([]);
  });

  it("looks for the failures of batches on standard error where they are not reported one by one", () => {
    const failing = conformanceCase({ failure: { logged: [logged] } });
    expect(compareOutcome(failing, outcome({ stderr: "...\nKeyError: 'tea'\n" }))).toEqual([]);
    expect(compareOutcome(failing, outcome())).toEqual([`stderr lacks the failure "KeyError: 'tea'"`]);
  });

  it("wants the traceback of what ended the program", () => {
    const raised = { type: "Py4JJavaError", java_message: "not set", python_type: null };
    const failing = conformanceCase({ exit_code: 1, failure: { logged: [], raised } });
    const stderr = "py4j.protocol.Py4JJavaError: the directory is not set";
    expect(compareOutcome(failing, outcome({ exitCode: 1, stderr }))).toEqual([]);
    expect(compareOutcome(failing, outcome({ exitCode: 1 }))).toHaveLength(2);
  });
});
