/** The number that a cell's `repr` stands for; nothing when it is not a number. */
export function numberOf(repr: string): number | null {
  if (!/^-?(\d|inf$|\.\d)/.test(repr)) return null;
  if (repr.endsWith("inf")) return repr.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = Number(repr);
  return Number.isNaN(value) ? null : value;
}

/** What a cell says on an axis: a string without its quotes. */
export function labelOf(repr: string): string {
  const quote = repr[0];
  const isQuoted = repr.length >= 2 && (quote === "'" || quote === '"') && repr.endsWith(quote);
  return isQuoted ? repr.slice(1, -1) : repr;
}
