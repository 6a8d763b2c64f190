/** The number that a cell's `repr` stands for, one of NumPy's too; nothing when it is not a number. */
export function numberOf(repr: string): number | null {
  const text = /^np\.\w+\((.*)\)$/.exec(repr)?.[1] ?? repr;
  if (!/^-?(\d|inf$|\.\d)/.test(text)) return null;
  if (text.endsWith("inf")) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = Number(text);
  return Number.isNaN(value) ? null : value;
}

/** What a cell says on an axis: a string without its quotes. */
export function labelOf(repr: string): string {
  const quote = repr[0];
  const isQuoted = repr.length >= 2 && (quote === "'" || quote === '"') && repr.endsWith(quote);
  return isQuoted ? repr.slice(1, -1) : repr;
}
