/** Where the two dividers between the three panes stand, in hundredths of the panes' width. */
export type DividerPositions = readonly [number, number];

const KEY = "brooklet.dividers";
const USUAL: DividerPositions = [39, 63];

/** No pane gets narrower than this, in hundredths. */
const NARROWEST = 18;

/** The positions with one divider moved; the other one gives way. */
export function moveDivider(positions: DividerPositions, index: 0 | 1, wanted: number): DividerPositions {
  const [first, second] = positions;
  if (index === 0) {
    const moved = Math.min(100 - 2 * NARROWEST, Math.max(NARROWEST, wanted));
    return [moved, Math.max(second, moved + NARROWEST)];
  }
  const moved = Math.min(100 - NARROWEST, Math.max(2 * NARROWEST, wanted));
  return [Math.min(first, moved - NARROWEST), moved];
}

/** The positions that an earlier visit left. */
export function keptDividers(storage: Storage | undefined): DividerPositions {
  const [first, second] = (storage?.getItem(KEY) ?? "").split(" ").map(Number);
  if (!first || !second) return USUAL;
  return moveDivider(moveDivider(USUAL, 0, first), 1, second);
}

/** Keeps the positions for the next visit. */
export function keepDividers([first, second]: DividerPositions, storage: Storage | undefined): void {
  try {
    storage?.setItem(KEY, `${first} ${second}`);
  } catch {
    // A full storage: the positions hold for this visit.
  }
}

/** The panes' columns for CSS grid. */
export function toColumns([first, second]: DividerPositions): string {
  return [first, second - first, 100 - second].map((width) => `minmax(0, ${width.toFixed(2)}fr)`).join(" ");
}
