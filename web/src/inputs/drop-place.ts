/** The box of an element on the screen. */
export type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** Which of the boxes, laid out in lines like words, a point is before; their number when it is behind all. */
export function placeAmongWords(boxes: readonly Box[], x: number, y: number): number {
  return placeBefore(boxes, ({ left, right, top, bottom }) => y < top || (y < bottom && x < (left + right) / 2));
}

/** Which of the boxes, one below the other, a point is above; their number when it is below all. */
export function placeAmongRows(boxes: readonly Box[], y: number): number {
  return placeBefore(boxes, ({ top, bottom }) => y < (top + bottom) / 2);
}

/** The position of something after it was removed from one place and inserted before another. */
export function placeAfterMove(from: number, before: number): number {
  return before > from ? before - 1 : before;
}

function placeBefore(boxes: readonly Box[], isBefore: (box: Box) => boolean): number {
  const index = boxes.findIndex(isBefore);
  return index < 0 ? boxes.length : index;
}
