import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./run-command.mjs";

/** Prints the bytes that travel beside the design's limits, and fails when a part is over its own. */

const dist = "dist";
const assets = join(dist, "assets");
const KILOBYTE = 1024;

/** @type {{ part: string, paths: string[], limit: number }[]} */
const parts = [
  { part: "first paint", paths: loadedBy("index.html"), limit: 45 },
  { part: "an embed before the click", paths: loadedBy("embed.html"), limit: 10 },
  { part: "editor, when first needed", paths: assetsOf(/^python-editor-.*\.js$/), limit: 130 },
  { part: "its help while typing, right after", paths: assetsOf(/^assistance-.*\.js$/), limit: 20 },
  { part: "what it knows of pyspark", paths: assetsOf(/^pyspark-api-.*\.js$/), limit: 12 },
  { part: "charts, when first needed", paths: assetsOf(/^plot-.*\.js$/), limit: 26 },
  ...engineFiles("single", "without threads"),
  ...engineFiles("threads", "with threads"),
];

let isOver = false;
for (const { part, paths, limit } of parts) {
  const kilobytes =
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(root, path)), { level: 9 }).length, 0) / KILOBYTE;
  isOver ||= kilobytes > limit;
  console.log(`${part}: ${kilobytes.toFixed(1)} KB gzip of ${limit} KB`);
}
process.exitCode = isOver ? 1 : 0;

/**
 * A page and what it loads at once.
 *
 * @param {string} name
 */
function loadedBy(name) {
  const page = readFileSync(join(root, dist, name), "utf8");
  const linked = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)];
  return [join(dist, name), ...linked.map(([, path]) => join(dist, path ?? ""))];
}

/** @param {RegExp} name */
function assetsOf(name) {
  const found = readdirSync(join(root, assets)).filter((file) => name.test(file));
  if (found.length === 0) throw new Error(`${assets} has no ${name}`);
  return found.map((file) => join(assets, file));
}

/**
 * What an ordinary program can ever fetch is in the first two; a part travels when a program uses it.
 *
 * @param {"single" | "threads"} body
 * @param {string} words
 */
function engineFiles(body, words) {
  const primary = ["brooklet.js", "brooklet_bg.wasm"];
  /** @type {Record<string, number>} */
  const partLimits = {
    numpy: 150,
    learning: 52,
    figures: 75,
    patterns: 30,
    python2: 32,
    modules: 99,
    decimal: 15,
    names: 137,
    properties: 10,
  };
  const folder = join(root, "web", "engine", body);
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const name = /^brooklet_(.*)\.wasm$/.exec(file)?.[1];
    if (name && !["bg", "secondary"].includes(name) && !(name in partLimits)) throw new Error(`${file} has no limit`);
  }
  return [
    { part: `primary file ${words}`, paths: engineOf(body, ...primary), limit: body === "single" ? 357 : 386 },
    {
      part: `primary and secondary file ${words}`,
      paths: engineOf(body, ...primary, "brooklet_secondary.wasm"),
      limit: body === "single" ? 1031 : 1056,
    },
    ...Object.entries(partLimits).map(([name, limit]) => ({
      part: `part ${name} ${words}`,
      paths: engineOf(body, `brooklet_${name}.wasm`),
      limit,
    })),
  ];
}

/**
 * @param {"single" | "threads"} body
 * @param {string[]} files
 */
function engineOf(body, ...files) {
  const folder = join("web", "engine", body);
  // The threaded engine is absent where it cannot be built.
  return existsSync(join(root, folder)) ? files.map((file) => join(folder, file)) : [];
}
