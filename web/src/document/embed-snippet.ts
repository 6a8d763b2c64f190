import { LinkTooLongError, LONGEST_LINK, toFragment } from "./permalink.js";
import { type Program, titleOf } from "./program.js";

/** HTML that puts a program into another page; nothing but its text loads before a reader asks for it. */
export async function toEmbedSnippet(program: Program, page: string): Promise<string> {
  const url = new URL("embed.html", page);
  url.hash = await toFragment(program);
  if (url.href.length > LONGEST_LINK) throw new LinkTooLongError(url.href.length);
  const title = titleOf(program.fileName).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<iframe src="${url.href}" title="${title}" loading="lazy" allow="cross-origin-isolated; clipboard-write" style="width: 100%; height: 30rem; border: 1px solid #8888; border-radius: 6px"></iframe>\n`;
}
