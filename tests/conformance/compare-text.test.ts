import { describe, expect, it } from "vitest";
import { compareText, numberBatches, sortSets } from "./compare-text.js";
import type { CaseMeta } from "./corpus.js";

function meta(compare: CaseMeta["compare"] = {}): CaseMeta {
  return { name: "example", cores: 4, interval_ms: 500, files: [], exit_code: 0, compare };
}

describe("compareText", () => {
  it("wants every byte", () => {
    expect(compareText("a\nb\n", "a\nb\n", meta())).toBeNull();
    expect(compareText("a\nb\n", "a\nb", meta())).toContain("line 3");
    expect(compareText("a\nb\n", "a\nb \n", meta())).toContain("line 2");
    expect(compareText("a\n", "a\nb\n", meta())).toContain("line 2");
  });

  it("lets sets be in any order only where the case says so", () => {
    expect(compareText("{1, 2}", "{2, 1}", meta())).not.toBeNull();
    expect(compareText("{1, 2}", "{2, 1}", meta({ sets: true }))).toBeNull();
    expect(compareText("{1, 2}", "{2, 3}", meta({ sets: true }))).not.toBeNull();
    expect(compareText("{1: 'a', 2: 'b'}", "{2: 'b', 1: 'a'}", meta({ sets: true }))).not.toBeNull();
  });

  it("lets decimal numbers be near only where the case says so", () => {
    expect(compareText("x 0.1", "x 0.10000000000000001", meta())).not.toBeNull();
    expect(compareText("x 0.1", "x 0.10000000000000001", meta({ float_rel_tol: 1e-9 }))).toBeNull();
    expect(compareText("x 0.1", "x 0.1001", meta({ float_rel_tol: 1e-9 }))).not.toBeNull();
    expect(compareText("x 7", "x 8", meta({ float_rel_tol: 1 }))).not.toBeNull();
    expect(compareText("x 0.5", "y 0.5", meta({ float_rel_tol: 1 }))).not.toBeNull();
  });
});

describe("numberBatches", () => {
  it("counts batches from the clock's start", () => {
    expect(numberBatches("Time: 2024-01-01 00:00:01\n", 500)).toBe("Time: <batch 2>\n");
    expect(numberBatches("Time: 2024-01-01 00:00:01.500000\n", 500)).toBe("Time: <batch 3>\n");
  });

  it("leaves what is no batch time", () => {
    expect(numberBatches("Time: 2024-01-01 00:00:01.200000", 500)).toBe("Time: 2024-01-01 00:00:01.200000");
    expect(numberBatches("At Time: 2024-01-01 00:00:01", 500)).toBe("At Time: 2024-01-01 00:00:01");
  });
});

describe("sortSets", () => {
  it.each([
    ["{3, 1, 2}", "{1, 2, 3}"],
    ["('k', {'b', 'a'})", "('k', {'a', 'b'})"],
    ["{(2, 'x'), (1, 'y')}", "{(1, 'y'), (2, 'x')}"],
    ["{'a, }', 'A'}", "{'A', 'a, }'}"],
    ["{'k': {2, 1}, 'j': 0}", "{'k': {1, 2}, 'j': 0}"],
    ["{frozenset({2, 1}), 0}", "{0, frozenset({1, 2})}"],
    ["it's {2, 1}", "it's {1, 2}"],
    ["{unclosed, a", "{unclosed, a"],
    ["{}", "{}"],
  ])("%s", (line, sorted) => {
    expect(sortSets(line)).toBe(sorted);
  });
});
