import { type BatchGrid, batchOf } from "./batch-grid.js";
import type { FeedFile } from "./feed.js";
import type { FilledLine } from "./generators.js";

/** A name that no file has yet: the wanted one, or that with a number behind it, `lines-2.txt`. */
export function newName(files: readonly Pick<FeedFile, "name">[], wanted = "lines-1.txt"): string {
  const isTaken = (name: string) => files.some((file) => file.name === name);
  const [, stem = "", end = ""] = /^(.*?)(?:-\d+)?(\.[^.]*)?$/.exec(wanted) ?? [];
  let name = wanted;
  for (let number = 2; isTaken(name); number++) name = `${stem}-${number}${end}`;
  return name;
}

/** Lines as files: those of a batch are in one file, which appears with the last of them. */
export function filesOfBatches(lines: readonly FilledLine[], known: readonly FeedFile[], grid: BatchGrid): FeedFile[] {
  const batches = new Map<number, FilledLine[]>();
  for (const line of lines) {
    const batch = batchOf(line.ms, grid);
    batches.set(batch, [...(batches.get(batch) ?? []), line]);
  }
  const files: FeedFile[] = [];
  for (const ofBatch of batches.values()) {
    const text = ofBatch.map((line) => `${line.text}\n`).join("");
    const ms = ofBatch.at(-1)?.ms ?? 0;
    files.push({ ms, name: newName([...known, ...files]), bytes: new TextEncoder().encode(text) });
  }
  return files;
}

/** The largest file that is shown and edited as a text, in bytes. */
const MOST_EDITED = 1_000_000;

/** A file's text; null when it is too large or no text. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > MOST_EDITED) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
