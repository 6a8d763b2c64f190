import type { Program } from "./program.js";
import { titleOf } from "./program.js";

/** A program as Markdown: a link, then its text in a fence longer than any row of backticks in it. */
export function toMarkdown(program: Program, link: string): string {
  const longest = Math.max(2, ...[...program.text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const text = program.text.endsWith("\n") ? program.text : `${program.text}\n`;
  return `[${titleOf(program.fileName)}](${link})\n\n${fence}python\n${text}${fence}\n`;
}
