import { type Feed, sameFeeds } from "../feeds/feed.js";
import type { DataFile } from "../generated/index.js";

/** The document: a PySpark program, and what it is run with. */
export interface Program {
  /** What the program is called: `word_count.py`. */
  fileName: string;
  text: string;
  /** The files that it can read. */
  files: readonly DataFile[];
  /** What stands behind its name on the command line, as it is typed there. */
  arguments: string;
  /** What the world sends to it. */
  feeds: readonly Feed[];
}

/** The parts of a program besides its text and its name. */
export type ProgramSettings = Omit<Program, "fileName" | "text">;

/** Where a person starts from an empty page. */
export const BLANK_PROGRAM: Program = {
  fileName: "untitled.py",
  text: `from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Untitled")
ssc = StreamingContext(sc, 1)

numbers = ssc.queueStream([[1, 2, 3], [4, 5], [6]])
numbers.pprint()

ssc.start()
sleep(3)
ssc.stop()
`,
  files: [],
  arguments: "",
  feeds: [],
};

/** Whether two programs are the same but for their names. */
export function sameContent(one: Program, other: Program): boolean {
  return (
    one.text === other.text &&
    one.arguments === other.arguments &&
    sameFeeds(one.feeds, other.feeds) &&
    one.files.length === other.files.length &&
    one.files.every((file, index) => {
      const twin = other.files[index];
      return twin !== undefined && file.path === twin.path && sameBytes(file.bytes, twin.bytes);
    })
  );
}

/** Whether a program is more than its text: it has files, arguments or feeds. */
export function hasSettings({ files, arguments: line, feeds }: Program): boolean {
  return files.length > 0 || line !== "" || feeds.length > 0;
}

/** `high_scores.py` as a title: `High scores`. */
export function titleOf(fileName: string): string {
  const words = fileName.replace(/\.py$/, "").replace(/[_-]+/g, " ").trim();
  return words === "" ? fileName : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first, second, third … name for a program that wants to be called `wanted`: `high_scores-2.py`. */
export function numberedFileName(wanted: string, number: number): string {
  return number === 1 ? wanted : `${wanted.replace(/\.py$/, "").replace(/-\d+$/, "")}-${number}.py`;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
