import type { CaseMeta } from "./corpus.js";

/**
 * Compares what a program printed with what Apache Spark printed: byte for byte, except that a
 * case may allow the elements of printed sets in any order (`compare.sets`) and decimal numbers
 * within a relative tolerance (`compare.float_rel_tol`).
 *
 * Returns null when they agree, otherwise the first difference with the lines around it.
 */
export function compareText(expected: string, actual: string, meta: CaseMeta): string | null {
  const wanted = expected.split("\n");
  const got = (meta.interval_ms === null ? actual : numberBatches(actual, meta.interval_ms)).split("\n");
  const lines = Math.max(wanted.length, got.length);
  for (let i = 0; i < lines; i++) {
    const [a, b] = [wanted[i], got[i]];
    if (a === undefined || b === undefined || !linesAgree(a, b, meta.compare)) return describe(wanted, got, i);
  }
  return null;
}

/** The moment at which every program's virtual clock starts. */
const CLOCK_START_MS = Date.UTC(2024, 0, 1);

const CLOCK_TIME = /^Time: (\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{3})\d*)?$/gm;

/** Writes `Time: <batch k>` for the times of the virtual clock that are batch times. */
export function numberBatches(text: string, intervalMs: number): string {
  return text.replace(CLOCK_TIME, (line, ...digits: (string | undefined)[]) => {
    const [year, month, day, hour, minute, second, milli] = digits.slice(0, 7).map((part) => Number(part ?? 0));
    const time = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, milli);
    const batch = (time - CLOCK_START_MS) / intervalMs;
    return Number.isInteger(batch) ? `Time: <batch ${batch}>` : line;
  });
}

function linesAgree(wanted: string, got: string, rules: CaseMeta["compare"]): boolean {
  if (wanted === got) return true;
  const [a, b] = rules.sets ? [sortSets(wanted), sortSets(got)] : [wanted, got];
  return a === b || (rules.float_rel_tol !== undefined && closeNumbers(a, b, rules.float_rel_tol));
}

const DECIMAL = /(?<![\w.])-?(?:\d+\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)(?![\w.])/g;

/** Whether two lines differ only in decimal numbers that are as near as the tolerance allows. */
function closeNumbers(wanted: string, got: string, tolerance: number): boolean {
  if (wanted.replace(DECIMAL, "#") !== got.replace(DECIMAL, "#")) return false;
  const numbers = got.match(DECIMAL) ?? [];
  return (wanted.match(DECIMAL) ?? []).every((text, i) => {
    const [a, b] = [Number(text), Number(numbers[i])];
    return Math.abs(a - b) <= Math.max(tolerance * Math.max(Math.abs(a), Math.abs(b)), tolerance);
  });
}

/** The line with the elements of every printed set in one order; dicts keep theirs. */
export function sortSets(line: string): string {
  return new BracketReader(line).rewrite();
}

/** Reads a line of Python `repr`s; outside braces it copies. */
class BracketReader {
  private position = 0;

  constructor(private readonly line: string) {}

  rewrite(): string {
    let out = "";
    while (this.position < this.line.length) out += this.next();
    return out;
  }

  /** One character, quoted string or braced group. */
  private next(): string {
    const character = this.line[this.position];
    if (character === "{") return this.braces();
    if (character === "'" || character === '"') return this.quoted();
    this.position += 1;
    return character ?? "";
  }

  private quoted(): string {
    const start = this.position;
    const end = closingQuote(this.line, start);
    // An apostrophe in plain text has no partner: it stands for itself.
    this.position = end === null ? start + 1 : end + 1;
    return this.line.slice(start, this.position);
  }

  private braces(): string {
    const start = this.position;
    const elements: string[] = [];
    let element = "";
    let depth = 0;
    let isDict = false;
    this.position += 1;
    while (this.position < this.line.length) {
      const part = this.next();
      if (part === "}" && depth === 0) {
        if (element.trim() !== "" || elements.length > 0) elements.push(element.trim());
        return `{${(isDict ? elements : elements.sort()).join(", ")}}`;
      }
      if (part === "," && depth === 0) {
        elements.push(element.trim());
        element = "";
        continue;
      }
      if (part === "(" || part === "[") depth += 1;
      if (part === ")" || part === "]") depth -= 1;
      if (part === ":" && depth === 0) isDict = true;
      element += part;
    }
    // Not a group after all: nothing closes it.
    return this.line.slice(start);
  }
}

function closingQuote(line: string, start: number): number | null {
  for (let i = start + 1; i < line.length; i++) {
    if (line[i] === "\\") i += 1;
    else if (line[i] === line[start]) return i;
  }
  return null;
}

/** Lines shown before a difference, and of each side from it on. */
const CONTEXT = 3;

function describe(wanted: string[], got: string[], at: number): string {
  const before = wanted.slice(Math.max(0, at - CONTEXT), at).map((line) => `    ${line}`);
  const minus = wanted.slice(at, at + CONTEXT).map((line) => `  - ${line}`);
  const plus = got.slice(at, at + CONTEXT).map((line) => `  + ${line}`);
  const none = (lines: string[], sign: string) => (lines.length > 0 ? lines : [`  ${sign} (nothing more)`]);
  return [
    `line ${at + 1} differs (- what Spark printed, + what we printed):`,
    ...before,
    ...none(minus, "-"),
    ...none(plus, "+"),
  ].join("\n");
}
