import { expect, it } from "vitest";
import { toEmbedSnippet } from "./embed-snippet.js";
import { fromFragment } from "./permalink.js";

it("frames the program, and its title is text alone", async () => {
  const program = { fileName: '"a"<b>.py', text: "x = 1\n", files: [], arguments: "", feeds: [] };
  const snippet = await toEmbedSnippet(program, "https://example.org/play/?example=x#old");
  const [, address, title] = /^<iframe src="([^"]+)" title="([^"]+)"/.exec(snippet) ?? [];
  const url = new URL(address ?? "");
  expect(url.origin + url.pathname + url.search).toBe("https://example.org/play/embed.html");
  expect(await fromFragment(url.hash.slice(1))).toEqual(program);
  expect(title).toBe("&#34;a&#34;&#60;b&#62;");
});
