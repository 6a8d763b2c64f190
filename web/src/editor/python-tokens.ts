/** A piece of Python text that has one colour. */
export interface Token {
  kind: "plain" | "keyword" | "string" | "number" | "comment" | "definition";
  text: string;
}

const KEYWORDS =
  "False None True and as assert break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield";

const pattern = new RegExp(
  [
    /(?<comment>#[^\n]*)/,
    /(?<string>(?:\b[rbfRBF]{1,2})?(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?))/,
    /(?<=\b(?:def|class)\s+)(?<definition>\w+)/,
    new RegExp(`(?<keyword>\\b(?:${KEYWORDS.replaceAll(" ", "|")})\\b)`),
    /(?<number>\b\d[\w.]*)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** Splits a program into coloured pieces, for the time before the editor is loaded. Joined they are the program. */
export function tokenize(program: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of program.matchAll(pattern)) {
    const found = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined);
    if (!found) continue;
    if (match.index > end) tokens.push({ kind: "plain", text: program.slice(end, match.index) });
    tokens.push({ kind: found[0] as Token["kind"], text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < program.length) tokens.push({ kind: "plain", text: program.slice(end) });
  return tokens;
}
