import type { OutputInfo, Place, StreamInfo } from "../generated/index.js";

/** A box of the graph: a stream, or an output at the end of one. */
export interface GraphNode {
  /** A stream's own number; an output's is negative, see {@link outputNode}. */
  id: number;
  role: "input" | "operator" | "output";
  /** The name of the method that made it. */
  operator: string;
  /** What stands in the method's brackets. */
  detail: string;
  /** The stream whose records it shows. */
  stream: number;
  parents: readonly number[];
  place: Place | null;
  /** What is special about it, a word or two each: a window, a slide, a state. */
  marks: readonly string[];
}

/** What is selected in a graph: a box, or the line to it from another one. */
export interface GraphPart {
  node: number;
  from: number | null;
}

/** The number of an output among the boxes. */
export function outputNode(output: number): number {
  return -1 - output;
}

/** The boxes of a program's graph: its streams, then its outputs. */
export function toGraph(
  streams: readonly StreamInfo[],
  outputs: readonly OutputInfo[],
  programText: string,
): GraphNode[] {
  const lines = programText.split("\n");
  const intervalMs = Math.min(...streams.filter(({ parents }) => parents.length === 0).map(({ slideMs }) => slideMs));
  return [
    ...streams.map(
      (stream): GraphNode => ({
        id: stream.id,
        role: stream.parents.length === 0 ? "input" : "operator",
        operator: stream.operator,
        detail: argumentsOf(lines, stream.operator, stream.place),
        stream: stream.id,
        parents: stream.parents,
        place: callPlace(lines, stream.operator, stream.place),
        marks: marksOf(stream, intervalMs),
      }),
    ),
    ...outputs.map(
      ({ id, operator, place, stream }): GraphNode => ({
        id: outputNode(id),
        role: "output",
        operator,
        detail: argumentsOf(lines, operator, place),
        stream,
        parents: [stream],
        place: callPlace(lines, operator, place),
        marks: [],
      }),
    ),
  ];
}

function marksOf({ windowMs, slideMs, isStateful }: StreamInfo, intervalMs: number): string[] {
  return [
    ...(windowMs === null ? [] : [`window ${seconds(windowMs)}`]),
    ...(slideMs === intervalMs ? [] : [`every ${seconds(slideMs)}`]),
    ...(isStateful ? ["state"] : []),
  ];
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}

/** The part of a chain's place that is its last call. */
function callPlace(lines: readonly string[], operator: string, place: Place | null): Place | null {
  if (!place) return null;
  for (let line = place.endLine; line >= place.line; line--) {
    const text = (lines[line - 1] ?? "").slice(0, line === place.endLine ? place.endColumn : undefined);
    const column = text.lastIndexOf(`${operator}(`);
    if (column >= 0) return { ...place, line, column };
  }
  return place;
}

function argumentsOf(lines: readonly string[], operator: string, place: Place | null): string {
  const call = callPlace(lines, operator, place);
  if (!call) return "";
  const text = lines
    .slice(call.line - 1, call.endLine)
    .map((line, index, all) => {
      const start = index === 0 ? call.column : 0;
      return line.slice(start, index === all.length - 1 ? call.endColumn : undefined).trim();
    })
    .join(" ");
  return text.startsWith(`${operator}(`) && text.endsWith(")") ? text.slice(operator.length + 1, -1).trim() : "";
}
