import type { Diagnostic as EditorDiagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Diagnostic, Place } from "../generated/index.js";

/** A place as offsets into a document. A place past the end of the document or of a line is moved to that end. */
export function toRange(doc: Text, place: Place): { from: number; to: number } {
  const from = toOffset(doc, place.line, place.column);
  return { from, to: Math.max(from, toOffset(doc, place.endLine, place.endColumn)) };
}

/** A diagnostic as the editor takes it. */
export function placeDiagnostic(doc: Text, { severity, message, hint, place }: Diagnostic): EditorDiagnostic {
  const range = place ? toRange(doc, place) : { from: 0, to: 0 };
  return { ...range, severity, message: hint ? `${message}\n${hint}` : message };
}

function toOffset(doc: Text, line: number, column: number): number {
  if (line > doc.lines) return doc.length;
  const { from, length } = doc.line(Math.max(1, line));
  return from + Math.min(column, length);
}
