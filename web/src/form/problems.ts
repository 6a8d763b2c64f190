import type { Diagnostic, Place, StreamCall } from "../generated/index.js";

/** Why the last edits were not made, by call and argument: `3.reduceFunc`, `3.`. */
export type Refusals = ReadonlyMap<string, string>;

/** The problems of a call by the argument's name. Problems of the call itself have an empty name. */
export function problemsOf(call: StreamCall, diagnostics: readonly Diagnostic[], refusals: Refusals) {
  const problems = new Map<string, string>();
  for (const { place, message, severity } of diagnostics) {
    if (!place || severity === "hint" || !contains(call.place, place)) continue;
    const argument = call.arguments.find((candidate) => candidate.place && contains(candidate.place, place));
    const name = argument?.name ?? "";
    if (!problems.has(name)) problems.set(name, message);
  }
  for (const [site, reason] of refusals) {
    const dot = site.indexOf(".");
    if (site.slice(0, dot) === String(call.id)) problems.set(site.slice(dot + 1), reason);
  }
  return problems;
}

/** Whether a place begins within another one. */
function contains(outer: Place, inner: Place): boolean {
  const begin = compare(inner.line, inner.column, outer.line, outer.column);
  const end = compare(inner.line, inner.column, outer.endLine, outer.endColumn);
  return begin >= 0 && end < 0;
}

function compare(line: number, column: number, otherLine: number, otherColumn: number): number {
  return line - otherLine || column - otherColumn;
}
