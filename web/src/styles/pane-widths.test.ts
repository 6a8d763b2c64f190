import { beforeEach, describe, expect, it } from "vitest";
import { keepDividers, keptDividers, moveDivider, toColumns } from "./pane-widths.js";

describe("dividers", () => {
  beforeEach(() => localStorage.clear());

  it("push each other, and leave every pane some room", () => {
    expect(moveDivider([40, 60], 0, 50)).toEqual([50, 68]);
    expect(moveDivider([40, 60], 0, 99)).toEqual([64, 82]);
    expect(moveDivider([40, 60], 1, 45)).toEqual([27, 45]);
    expect(moveDivider([40, 60], 1, 0)).toEqual([18, 36]);
  });

  it("stand where they were left", () => {
    keepDividers([30, 70], localStorage);
    expect(keptDividers(localStorage)).toEqual([30, 70]);
    localStorage.setItem("brooklet.dividers", "nonsense");
    expect(keptDividers(localStorage)).toEqual(keptDividers(undefined));
  });

  it("make columns", () => {
    expect(toColumns([40, 60])).toBe("minmax(0, 40.00fr) minmax(0, 20.00fr) minmax(0, 40.00fr)");
  });
});
