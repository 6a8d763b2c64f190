import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toBase64Url } from "../web/src/document/base64url.js";
import { DamagedLinkError, fromFragment, toFragment } from "../web/src/document/permalink.js";
import type { Program } from "../web/src/document/program.js";
import { programToJson } from "../web/src/document/stored-program.js";

/**
 * Links that nobody made: whatever stands in an address gives a program or the message of a damaged
 * link, and the link of a program gives that program. The same seed gives the same links.
 * `npm run fuzz -- link SECONDS SEED` runs it for longer.
 */

const seconds = Number(process.env.FUZZ_SECONDS ?? 3);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const replayed = process.env.FUZZ_REPLAY;
const LETTERS = "ABCxyz019-_.=%é😀 \n\0";

test("any fragment gives a program or the message of a damaged link", { timeout: (seconds + 30) * 1000 }, async () => {
  if (replayed !== undefined) return await tryFragment(readFileSync(replayed, "utf8"));
  const below = generator(seed);
  const end = Date.now() + seconds * 1000;
  for (let count = 0; count === 0 || Date.now() < end; count++) {
    const program = programOf(below);
    const fragment = await toFragment(program);
    expect(await fromFragment(fragment)).toEqual(program);
    // What is damaged is the fragment, or what was deflated into it.
    const json = changedText(programToJson(program), below);
    const changed = below(2) === 0 ? changedText(fragment, below) : await fragmentOf(json);
    try {
      await tryFragment(changed);
    } catch (error) {
      const folder = join("target", "fuzz");
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `link-${seed}-${count}.txt`);
      writeFileSync(path, changed);
      throw new Error(`replay it: npm run fuzz -- replay ${path}`, { cause: error });
    }
  }
});

async function tryFragment(fragment: string) {
  let program: Program;
  try {
    program = await fromFragment(fragment);
  } catch (error) {
    if (!(error instanceof DamagedLinkError)) throw error;
    return;
  }
  expect(typeof program.fileName).toBe("string");
  expect(typeof program.text).toBe("string");
  for (const { path, bytes } of program.files) {
    expect(typeof path).toBe("string");
    expect(bytes).toBeInstanceOf(Uint8Array);
  }
}

async function fragmentOf(json: string): Promise<string> {
  const deflated = new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `v1.${toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`;
}

function programOf(below: (limit: number) => number): Program {
  const text = changedText("sc.parallelize([1]).map(lambda x: x + 1)\n", below);
  const files = Array.from({ length: below(3) }, (_, index) => ({
    path: `data/${index}.txt`,
    bytes: Uint8Array.from({ length: below(20) }, () => below(256)),
  }));
  return { fileName: "program.py", text, files, arguments: changedText("localhost 9999", below), feeds: [] };
}

function changedText(text: string, below: (limit: number) => number): string {
  const letters = [...text];
  for (let changes = below(5); changes >= 0; changes--) {
    const piece = Array.from({ length: below(6) }, () => [...LETTERS][below([...LETTERS].length)] ?? "");
    letters.splice(below(letters.length + 1), below(4), ...piece);
  }
  return letters.join("");
}

/** Numbers below a limit, by xorshift. */
function generator(start: number): (limit: number) => number {
  let state = start | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
