import { describe, expect, it } from "vitest";
import { placeAfterMove, placeAmongRows, placeAmongWords } from "./drop-place.js";

const box = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 20 });

describe("the place of a drop", () => {
  // Two lines: three boxes, then two.
  const words = [box(0, 0), box(50, 0), box(100, 0), box(0, 30), box(50, 30)];

  it.each([
    [10, 10, 0],
    [30, 10, 1],
    [60, 10, 1],
    [130, 10, 3],
    [10, 25, 3],
    [10, 40, 3],
    [80, 40, 5],
    [10, 60, 5],
  ])("among words at %i, %i is before box %i", (x, y, index) => {
    expect(placeAmongWords(words, x, y)).toBe(index);
  });

  it("among rows is by their middles", () => {
    const rows = [box(0, 0), box(0, 20)];
    expect([5, 15, 35].map((y) => placeAmongRows(rows, y))).toEqual([0, 1, 2]);
  });

  it("counts without what is moved", () => {
    expect([0, 1, 2, 3].map((before) => placeAfterMove(1, before))).toEqual([0, 1, 1, 2]);
  });
});
