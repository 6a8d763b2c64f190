import { type ApiIndex, nameOf } from "../editor/api-index.js";
import { ExpressionTypes } from "../editor/expression-types.js";

/** The words that can stand at the caret, and where they would begin. */
export interface Completions {
  from: number;
  options: readonly string[];
}

const NOTHING: Completions = { from: 0, options: [] };

const MOST_OPTIONS = 8;

/** Built-in names that functions of streams use. */
const BUILTINS =
  "abs all any bool dict divmod enumerate False filter float for frozenset if in int is isinstance lambda len list map max min None not or and range repr reversed round set sorted str sum True tuple zip else";

/** Methods of the values that records are made of. */
const METHODS =
  "append capitalize count endswith extend find format get index isalpha isdigit items join keys lower lstrip partition pop replace rsplit rstrip setdefault sort split splitlines startswith strip title union update upper values";

/** The names that a program defines or imports, and the parameters of its functions. */
export function namesOf(program: string): string[] {
  const names = new Set<string>();
  for (const [, name] of program.matchAll(/^\s*(?:def|class)\s+(\w+)/gm)) if (name) names.add(name);
  for (const [, name] of program.matchAll(/^(\w+)\s*=[^=]/gm)) if (name) names.add(name);
  for (const [, list] of program.matchAll(/^\s*(?:from\s+[\w.]+\s+)?import +([\w ,.]+)$/gm)) {
    for (const item of (list ?? "").split(",")) {
      const name = item
        .trim()
        .split(/\s+as\s+/)
        .at(-1);
      if (name) names.add(name);
    }
  }
  return [...names];
}

/** Completions of the word before the caret. Behind a dot they are the members of the object of pyspark before it. */
export function completionsAt(
  text: string,
  caret: number,
  names: readonly string[],
  api: ApiIndex | null = null,
): Completions {
  const before = text.slice(0, caret);
  const word = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? "";
  const from = caret - word.length;
  const isMethod = before[from - 1] === ".";
  if ((word === "" && !isMethod) || /^[^'"]*(?:'[^']*'[^'"]*|"[^"]*"[^'"]*)*['"][^'"]*$/.test(before)) return NOTHING;
  const type = isMethod && api ? new ExpressionTypes(before, api).before(from - 1) : null;
  const methods = type && api ? api.members(type).map(nameOf) : METHODS.split(" ");
  const pool = isMethod ? methods : [...parametersIn(before), ...names, ...BUILTINS.split(" ")];
  // A word that is a whole name already needs no completion.
  if (pool.includes(word)) return NOTHING;
  const fitting = [...new Set(pool)].filter((option) => option.startsWith(word));
  return { from, options: fitting.slice(0, MOST_OPTIONS) };
}

/** The parameters of the lambdas that begin before the caret. */
function parametersIn(before: string): string[] {
  return [...before.matchAll(/\blambda\s+([\w\s,]+):/g)].flatMap(([, list]) =>
    (list ?? "").split(",").map((name) => name.trim()),
  );
}
