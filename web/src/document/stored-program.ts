import type { Feed } from "../feeds/feed.js";
import { fromBase64Url, toBase64Url } from "./base64url.js";
import type { Program } from "./program.js";
import { feedFromJson, type StoredFeed, storedFeed } from "./stored-feed.js";

/** A program as JSON, in links and in the browser's storage; the files' bytes are base64url. */
interface StoredProgram {
  name: string;
  text: string;
  files?: { path: string; data: string }[];
  arguments?: string;
  feeds?: StoredFeed[];
}

/** Writes a program as JSON. */
export function programToJson({ fileName, text, files, arguments: line, feeds }: Program): string {
  const stored: StoredProgram = { name: fileName, text };
  if (files.length > 0) stored.files = files.map(({ path, bytes }) => ({ path, data: toBase64Url(bytes) }));
  if (line !== "") stored.arguments = line;
  if (feeds.length > 0) stored.feeds = feeds.map(storedFeed);
  return JSON.stringify(stored);
}

/** Reads a program from JSON; throws when the JSON is not a program. */
export function programFromJson(json: string): Program {
  const stored = JSON.parse(json) as Partial<StoredProgram> | null;
  if (typeof stored?.name !== "string" || typeof stored.text !== "string") throw new TypeError("not a program");
  const files = (stored.files ?? []).map(({ path, data }) => {
    if (typeof path !== "string") throw new TypeError("a file has no name");
    return { path, bytes: fromBase64Url(data) };
  });
  const line = stored.arguments ?? "";
  if (typeof line !== "string") throw new TypeError("the arguments are no text");
  const feeds: Feed[] = (stored.feeds ?? []).map(feedFromJson);
  return { fileName: stored.name, text: stored.text, files, arguments: line, feeds };
}
