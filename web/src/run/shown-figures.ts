import type { Figure } from "../generated/index.js";

/** A figure that the program drew; null where it took away what it had shown. */
export interface ShownFigure {
  /** The batch in which that happened, or the last one before; null before the first. */
  batchTimeMs: number | null;
  figure: Figure | null;
}

/** Figures as they stood at a batch. */
export interface FiguresAtBatch {
  figures: readonly Figure[];
  /** The batch that drew them: the one that is looked at, or an earlier one. */
  batchTimeMs: number | null;
}

/** How many drawings a run keeps. */
export const MOST_FIGURES = 1_000;

/**
 * The figures to be seen at a batch: those that it drew, else those of the last batch before it that drew any.
 * Of a figure that was drawn several times the last drawing counts. Without a time: at the end.
 */
export function figuresAt(shown: readonly ShownFigure[], untilMs: number | undefined): FiguresAtBatch {
  const timeOf = ({ batchTimeMs }: ShownFigure) => batchTimeMs ?? Number.NEGATIVE_INFINITY;
  const last = shown.findLast((entry) => untilMs === undefined || timeOf(entry) <= untilMs);
  if (!last) return { figures: [], batchTimeMs: null };
  const figures = new Map<number, Figure>();
  for (const { batchTimeMs, figure } of shown) {
    if (batchTimeMs !== last.batchTimeMs) continue;
    if (figure) figures.set(figure.serial, figure);
    else figures.clear();
  }
  return { figures: [...figures.values()], batchTimeMs: last.batchTimeMs };
}
