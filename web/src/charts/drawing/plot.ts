import uPlot from "uplot";
import uPlotStyle from "uplot/dist/uPlot.min.css?inline";

/** What a plot draws: for each x, in ascending order, a value of each series. */
export interface PlotData {
  xs: readonly number[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  /** Points alone, or lines through them. */
  drawing: "lines" | "points";
  /** Whether x is a count. Then there are no ticks between whole numbers. */
  hasWholeXs: boolean;
}

/** The style sheet that a plot needs around it. */
export const plotStyle: string = uPlotStyle;

/** A uPlot drawing in the page's colours. */
export class Plot {
  private readonly plot: uPlot;

  constructor(
    private readonly frame: HTMLElement,
    data: PlotData,
  ) {
    this.plot = new uPlot(options(frame, data), columns(data), frame);
  }

  /** Takes new data of the same series. */
  update(data: PlotData): void {
    this.plot.setData(columns(data));
  }

  /** Fills its frame again. */
  resize(): void {
    this.plot.setSize(sizeOf(this.frame));
  }

  /** Puts the cursor at the x of an index; null hides it. */
  pointTo(index: number | null): void {
    const x = index === null ? undefined : this.plot.data[0][index];
    const left = x === undefined ? -10 : this.plot.valToPos(x, "x");
    const y = index === null ? null : (this.plot.data[1]?.[index] ?? null);
    this.plot.setCursor({ left, top: y === null ? -10 : this.plot.valToPos(y, "y") }, false);
  }

  /** The index of the x nearest to a place on the screen. */
  indexAt(clientX: number): number {
    return this.plot.posToIdx(clientX - this.plot.over.getBoundingClientRect().left);
  }

  destroy(): void {
    this.plot.destroy();
  }
}

/** The colour of the `index`th series, as CSS writes it. */
export function seriesColor(index: number): string {
  return `var(--series-${(index % 6) + 1})`;
}

function options(frame: HTMLElement, data: PlotData): uPlot.Options {
  const ink = resolveColor(frame, "var(--ink-soft)");
  const grid = resolveColor(frame, "var(--line)");
  const font = `11px ${getComputedStyle(frame).fontFamily}`;
  const axis: uPlot.Axis = {
    stroke: ink,
    font,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1, size: 4 },
  };
  return {
    ...sizeOf(frame),
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 8 } },
    scales: { x: { time: false }, y: {} },
    axes: [
      {
        ...axis,
        size: 28,
        ...(data.hasWholeXs ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] } : {}),
      },
      { ...axis, size: 52 },
    ],
    series: [
      {},
      ...data.series.map(({ name }, index) => {
        const stroke = resolveColor(frame, seriesColor(index));
        const points = { show: true, size: 6, stroke, fill: stroke };
        return data.drawing === "lines"
          ? { label: name, stroke, width: 2, points: { size: 5, stroke, fill: stroke }, spanGaps: false }
          : { label: name, stroke, points, paths: () => null };
      }),
    ],
  };
}

function columns({ xs, series }: PlotData): uPlot.AlignedData {
  return [[...xs], ...series.map(({ values }) => [...values])];
}

function sizeOf(frame: HTMLElement): { width: number; height: number } {
  return { width: Math.max(160, frame.clientWidth), height: Math.max(140, frame.clientHeight) };
}

/** The value of a CSS colour with variables, as a canvas needs it. */
function resolveColor(frame: HTMLElement, color: string): string {
  const probe = document.createElement("span");
  probe.style.color = color;
  frame.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
