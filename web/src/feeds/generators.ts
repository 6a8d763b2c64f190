import { type BatchGrid, timeFor } from "./batch-grid.js";

/** A line that is put into a feed among many others. */
export interface FilledLine {
  ms: number;
  text: string;
  /** The key that it has as a record of a topic. */
  key: string | null;
}

/** Numbers in [0, 1) that are the same for the same seed, everywhere: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes lines of one kind. */
export interface Generator {
  id: string;
  name: string;
  /** A line; `ms` is its time. */
  line(random: () => number, ms: number): string;
  /** What a line is about: the key of a record. */
  key?(line: string): string;
}

/** How many lines come, and for how long. */
export interface Rate {
  linesASecond: number;
  seconds: number;
  seed: number;
}

/** The most lines that are made at once. */
export const MOST_LINES = 5000;

const WORDS = "the quick brown fox jumps over the lazy dog while the stream flows on and on under the bridge".split(
  " ",
);
const PATHS = ["/", "/index.html", "/search", "/cart", "/login", "/images/logo.png"];
const LEVELS = ["INFO", "INFO", "INFO", "WARN", "ERROR"];
const USERS = ["ana", "ben", "chen", "dara", "eli", "fatou"];

/** All generators. */
export const GENERATORS: readonly Generator[] = [
  {
    id: "words",
    name: "Words",
    line: (random) => Array.from({ length: 3 + below(random, 5) }, () => pick(random, WORDS)).join(" "),
  },
  {
    id: "sensors",
    name: "Sensor readings",
    line: (random, ms) => {
      const sensor = below(random, 4);
      const wave = Math.sin(ms / 20_000 + sensor);
      return `sensor-${sensor + 1},${(20 + 4 * wave + 2 * random()).toFixed(2)}`;
    },
    key: (line) => line.slice(0, line.indexOf(",")),
  },
  {
    id: "log",
    name: "Log lines",
    line: (random, ms) => {
      const status = random() < 0.1 ? 500 : random() < 0.15 ? 404 : 200;
      const host = `10.0.0.${1 + below(random, 20)}`;
      return `${timeOf(ms)} ${pick(random, LEVELS)} ${host} "GET ${pick(random, PATHS)} HTTP/1.1" ${status} ${100 + below(random, 9900)}`;
    },
    key: (line) => line.split(" ")[2] ?? "",
  },
  {
    id: "clicks",
    name: "Clicks",
    line: (random, ms) => JSON.stringify({ time: timeOf(ms), user: pick(random, USERS), page: pick(random, PATHS) }),
    key: (line) => (JSON.parse(line) as { user: string }).user,
  },
  {
    id: "transactions",
    name: "Transactions",
    line: (random) => {
      const isLarge = random() < 0.05;
      const amount = (isLarge ? 1000 : 5) + random() * (isLarge ? 9000 : 195);
      return `${pick(random, USERS)},${1000 + below(random, 9000)},${amount.toFixed(2)}`;
    },
    key: (line) => line.slice(0, line.indexOf(",")),
  },
];

/** Lines at even distances from `fromMs` on. */
export function generate(
  { line, key }: Generator,
  { linesASecond, seconds, seed }: Rate,
  fromMs: number,
): FilledLine[] {
  const random = randomNumbers(seed);
  const count = Math.min(MOST_LINES, Math.max(0, Math.round(linesASecond * seconds)));
  return Array.from({ length: count }, (_, index) => {
    const ms = Math.round(fromMs + (index * 1000) / linesASecond);
    const text = line(random, ms);
    return { ms, text, key: key?.(text) ?? null };
  });
}

/** What stands between key and value of a record in a line. */
const KEY_END = "\t";

/** The lines of a text, so many a batch from a batch on; an empty last line is none. Where they have keys, a tab ends each. */
export function spread(
  text: string,
  { linesABatch, isKeyed }: { linesABatch: number; isKeyed: boolean },
  batch: number,
  grid: BatchGrid,
): FilledLine[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => {
    const ms = timeFor(batch + Math.floor(index / linesABatch), grid);
    const end = isKeyed ? line.indexOf(KEY_END) : -1;
    return end < 0 ? { ms, text: line, key: null } : { ms, text: line.slice(end + 1), key: line.slice(0, end) };
  });
}

function below(random: () => number, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[below(random, from.length)] as T;
}

function timeOf(ms: number): string {
  return new Date(Date.UTC(2024, 0, 1) + ms).toISOString().slice(0, 19);
}
