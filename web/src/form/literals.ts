/** Python's literals from and to what people type into fields. */

/** A text as Python writes a string: in single quotes unless it has some and no double ones. */
export function stringLiteral(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) {
    if (character === "\\" || character === quote) body += `\\${character}`;
    else if (character === "\n") body += "\\n";
    else if (character === "\r") body += "\\r";
    else if (character === "\t") body += "\\t";
    else if (character < " " || character === "\u007f")
      body += `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
    else body += character;
  }
  return quote + body + quote;
}

/** The text of a plain string literal; null for any other expression. */
export function textOfLiteral(literal: string): string | null {
  const [, single, double] = /^(?:'([^'\\\n]*)'|"([^"\\\n]*)")$/.exec(literal) ?? [];
  return single ?? double ?? null;
}

/** The text of a number literal that a number field can show; null for any other expression. */
export function numberOfLiteral(literal: string): string | null {
  return /^-?(?:\d[\d_]*)?\.?\d+(?:[eE][+-]?\d+)?$/.test(literal) ? literal.replaceAll("_", "") : null;
}

/** A cell of a table as a literal: a number, a truth value, nothing at all, or a string. */
export function cellLiteral(cell: string): string {
  const text = cell.trim();
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return text;
  if (/^true$/i.test(text)) return "True";
  if (/^false$/i.test(text)) return "False";
  if (text === "None") return "None";
  return stringLiteral(cell);
}

/** A row of a table as a record: a tuple, or the cell alone when it is the only one. */
export function rowLiteral(cells: readonly string[]): string {
  const literals = cells.map(cellLiteral);
  return literals.length === 1 ? (literals[0] ?? "") : `(${literals.join(", ")})`;
}

/** A number of JSON, as it was written. */
class WrittenNumber {
  constructor(readonly source: string) {}
}

/**
 * A text of JSON as a literal; nothing when it is no JSON.
 *
 * Numbers stay as they are written, where the browser tells how: `1.0` is a float in Python.
 */
export function jsonLiteral(json: string): string | null {
  const keepSource = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? new WrittenNumber(context?.source ?? String(value)) : value;
  try {
    return valueLiteral(JSON.parse(json, keepSource));
  } catch {
    return null;
  }
}

function valueLiteral(value: unknown): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "string") return stringLiteral(value);
  if (value instanceof WrittenNumber) return value.source;
  if (Array.isArray(value)) return `[${value.map(valueLiteral).join(", ")}]`;
  const entries = Object.entries(value as object);
  return `{${entries.map(([key, item]) => `${stringLiteral(key)}: ${valueLiteral(item)}`).join(", ")}}`;
}
