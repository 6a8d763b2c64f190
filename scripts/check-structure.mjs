import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./run-command.mjs";

/**
 * Measures how the sources are cut, and fails past the limits: the bytes of the median file and of
 * the largest, and folders that import each other in a circle. A folder here is one of a crate's
 * `src`, or one of `web/src`; files beside the folders are not counted, as they tie them together.
 */

const MEDIAN_LIMIT = 4 * 1024;
const LARGEST_LIMIT = 30 * 1024;

/**
 * Folders that may import each other, by crate. A circle with any other folder in it fails.
 *
 * @type {Record<string, string[]>}
 */
const ALLOWED = {
  // Values call the machine for their special methods, and the machine works on values; the rest of
  // the crate are parts of these two.
  python: ["builtins", "pickle", "value", "vm"],
};

const sources = [...crateSources(), ...filesOf(join(root, "web", "src"), /\.ts$/)].filter(
  (path) => !/\.test\.ts$|[/\\]generated[/\\]/.test(path),
);
const sizes = sources.map((path) => ({ path, bytes: readFileSync(path).length })).sort((a, b) => a.bytes - b.bytes);
const median = sizes[sizes.length >> 1]?.bytes ?? 0;
/** @type {string[]} */
const faults = [];
if (median > MEDIAN_LIMIT) faults.push(`the median file has ${median} bytes, over ${MEDIAN_LIMIT}`);
for (const { path, bytes } of sizes) {
  if (bytes > LARGEST_LIMIT) faults.push(`${named(path)} has ${bytes} bytes, over ${LARGEST_LIMIT}`);
}
for (const crate of readdirSync(join(root, "crates"))) {
  report(crate, circles(rustImports(join(root, "crates", crate, "src"))));
}
report("web", circles(pageImports(join(root, "web", "src"))));
const largest = sizes.at(-1);
console.log(
  `${sizes.length} files, the median ${median} bytes, the largest ${largest?.bytes} (${largest && named(largest.path)})`,
);
for (const fault of faults) console.error(`structure: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** @param {string} path */
function named(path) {
  return relative(root, path).replaceAll("\\", "/");
}

/**
 * @param {string} owner
 * @param {string[][]} found
 */
function report(owner, found) {
  const allowed = ALLOWED[owner] ?? [];
  for (const circle of found) {
    if (circle.every((folder) => allowed.includes(folder))) continue;
    faults.push(`${owner}: these folders import each other in a circle: ${circle.join(", ")}`);
  }
}

function crateSources() {
  return readdirSync(join(root, "crates")).flatMap((crate) => filesOf(join(root, "crates", crate, "src"), /\.rs$/));
}

/**
 * @param {string} folder
 * @param {RegExp} name
 * @returns {string[]}
 */
function filesOf(folder, name) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path, name);
    return name.test(entry.name) ? [path] : [];
  });
}

/**
 * Which folders of a crate its folders import: from `crate::FOLDER`, also in braces.
 *
 * @param {string} src
 */
function rustImports(src) {
  const tops = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = tops.map((entry) => entry.name);
  /** @type {Map<string, Set<string>>} */
  const imports = new Map(folders.map((folder) => [folder, new Set()]));
  for (const folder of folders) {
    const beside = join(src, `${folder}.rs`);
    for (const path of [...filesOf(join(src, folder), /\.rs$/), beside]) {
      const text = readText(path);
      // Tests stand at the end of a file and may use what they like.
      const code = text.split("#[cfg(test)]")[0]?.replace(/\/\/.*$/gm, "") ?? "";
      for (const [, list] of code.matchAll(/\bcrate::\{([^;]*)\}/g)) {
        for (const [name] of (list ?? "").matchAll(/\b[a-z_0-9]+(?=::)/g)) note(folder, name);
      }
      for (const [, name] of code.matchAll(/\bcrate::([a-z_0-9]+)/g)) note(folder, name ?? "");
    }
  }
  return imports;

  /**
   * @param {string} from
   * @param {string} to
   */
  function note(from, to) {
    if (from !== to && imports.has(to)) imports.get(from)?.add(to);
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** @param {string} src */
function pageImports(src) {
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  const folderOf = (/** @type {string} */ path) => dirname(relative(src, path)).replaceAll("\\", "/");
  for (const path of filesOf(src, /\.ts$/)) {
    const from = folderOf(path);
    if (from === "." || path.endsWith(".test.ts") || from.startsWith("testing")) continue;
    const known = imports.get(from) ?? new Set();
    imports.set(from, known);
    for (const [, target] of readText(path).matchAll(/from "(\.[^"]+)"/g)) {
      const to = folderOf(join(dirname(path), target ?? ""));
      if (to !== from && to !== "." && !to.startsWith("..")) known.add(to);
    }
  }
  return imports;
}

/**
 * The groups of folders that reach each other, by Tarjan's algorithm.
 *
 * @param {Map<string, Set<string>>} imports
 */
function circles(imports) {
  /** @type {Map<string, { index: number, low: number, isOpen: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const found = [];
  for (const folder of imports.keys()) if (!seen.has(folder)) visit(folder);
  return found;

  /** @param {string} folder */
  function visit(folder) {
    const own = { index: seen.size, low: seen.size, isOpen: true };
    seen.set(folder, own);
    open.push(folder);
    for (const next of imports.get(folder) ?? []) {
      const state = seen.get(next) ?? visit(next);
      if (state.isOpen) own.low = Math.min(own.low, state.low);
    }
    if (own.low === own.index) {
      const group = open.splice(open.indexOf(folder));
      for (const each of group) {
        const state = seen.get(each);
        if (state) state.isOpen = false;
      }
      if (group.length > 1) found.push(group.sort());
    }
    return own;
  }
}
