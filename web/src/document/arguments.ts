import type { Program } from "./program.js";

/**
 * Splits a line into arguments as a POSIX shell does: at spaces that stand in no quotes. A backslash
 * takes the next character as it is, except in single quotes. Nothing is expanded, and there is no
 * command after a `;`. Null when a quote is not closed.
 */
export function splitArguments(line: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const next = line.charAt(at + 1);
    const isEscape = character === "\\" && (quote === "" || (quote === '"' && '"\\$`'.includes(next) && next !== ""));
    if (isEscape) {
      word = (word ?? "") + next;
      at++;
    } else if (quote !== "") {
      if (character === quote) quote = "";
      else word = (word ?? "") + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= "";
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? "") + character;
    }
  }
  if (word !== null) words.push(word);
  return quote === "" ? words : null;
}

/** Whether a program has arguments, or asks for them in one of the usual ways. */
export function readsArguments({ text, arguments: line }: Program): boolean {
  return line !== "" || /\bargv\b|\b(argparse|optparse|getopt|fileinput)\b/.test(text);
}
