import { fromBase64Url, toBase64Url } from "./base64url.js";
import type { Program } from "./program.js";
import { programFromJson, programToJson } from "./stored-program.js";

/** The version of the format of links. Links of every earlier version stay readable. */
const VERSION = "v1.";

/** Longer links are cut by common mail and chat programs, and by some browsers. */
export const LONGEST_LINK = 32_000;

/** Why a program has no link. */
export class LinkTooLongError extends Error {
  constructor(readonly length: number) {
    super(
      `The link would have ${length.toLocaleString("en")} characters; over ${LONGEST_LINK.toLocaleString("en")} many programs cut it. Download the program as a file instead.`,
    );
  }
}

/** Why a link has no program. */
export class DamagedLinkError extends Error {
  constructor(reason: string) {
    super(`The link's program could not be read: ${reason}. Your own program is as you left it.`);
  }
}

/** A program as a URL fragment, without the `#`: a version stamp, then deflated JSON in base64url. */
export async function toFragment(program: Program): Promise<string> {
  const bytes = new TextEncoder().encode(programToJson(program));
  return VERSION + toBase64Url(await pipe(bytes, new CompressionStream("deflate-raw")));
}

/** The address of this page with a program in it. */
export async function toLink(program: Program, page: string): Promise<string> {
  const url = new URL(page);
  url.search = "";
  url.hash = await toFragment(program);
  if (url.href.length > LONGEST_LINK) throw new LinkTooLongError(url.href.length);
  return url.href;
}

/** Whether a URL fragment has the form of one with a program. */
export function isProgramFragment(fragment: string): boolean {
  return /^v\d+\./.test(fragment);
}

/** Reads the program of a URL fragment. */
export async function fromFragment(fragment: string): Promise<Program> {
  if (!fragment.startsWith(VERSION)) {
    throw new DamagedLinkError("it was made by a newer Brooklet");
  }
  try {
    const bytes = await pipe(fromBase64Url(fragment.slice(VERSION.length)), new DecompressionStream("deflate-raw"));
    return programFromJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new DamagedLinkError("a part of it is missing or was changed");
  }
}

async function pipe(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream) {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
