import { expect, it } from "vitest";
import { toMarkdown } from "./markdown.js";

it("fences a program so that none of its lines closes the fence", () => {
  const text = 'note = """\n```\n"""';
  const markdown = toMarkdown(
    { fileName: "high_scores.py", text, files: [], arguments: "", feeds: [] },
    "https://example.org/#v1.x",
  );
  expect(markdown).toBe(`[High scores](https://example.org/#v1.x)\n\n\`\`\`\`python\n${text}\n\`\`\`\`\n`);
});
