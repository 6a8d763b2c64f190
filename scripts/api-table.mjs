import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run-command.mjs";

// Prints the table of API names × conformance cases and checks that tests/conformance/README.md
// holds it; `node scripts/api-table.mjs --write` puts it there.

const TITLES = {
  streaming_context: "StreamingContext",
  dstream: "DStream",
  listener: "StreamingListener",
  core: "SparkContext and RDD",
  mllib: "Streaming machine learning",
};

/** How many cases a row names. */
const MOST_NAMED = 3;

const readme = join(root, "tests/conformance/README.md");
const [begin, end] = ["<!-- api table -->\n", "<!-- end of the api table -->"];

const table = makeTable();
console.log(table);
const text = readFileSync(readme, "utf8");
const from = text.indexOf(begin) + begin.length;
const updated = `${text.slice(0, from)}${table}${text.slice(text.indexOf(end))}`;
if (process.argv.includes("--write")) writeFileSync(readme, updated);
else if (updated !== text) {
  console.error("tests/conformance/README.md has another table: node scripts/api-table.mjs --write");
  process.exitCode = 1;
}

function makeTable() {
  const casesOf = readCases();
  /** @type {Record<string, string[]>} */
  const checklist = JSON.parse(readFileSync(join(root, "tests/conformance/api-checklist.json"), "utf8"));
  return Object.entries(TITLES)
    .map(([group, title]) => {
      const names = checklist[group] ?? [];
      const rows = names.map((name) => row(name, casesOf.get(name) ?? []));
      return `\n### ${title}\n\n| name | cases | such as |\n| --- | ---: | --- |\n${rows.join("")}`;
    })
    .join("")
    .concat("\n");
}

/**
 * @param {string} name
 * @param {string[]} cases
 */
function row(name, cases) {
  const named = cases.slice(0, MOST_NAMED).map((one) => `\`${one}\``);
  return `| \`${name}\` | ${cases.length} | ${named.join(", ")} |\n`;
}

/** The cases whose program's text uses a name, by that name. */
function readCases() {
  /** @type {Map<string, string[]>} */
  const casesOf = new Map();
  for (const corpus of ["tests/conformance/cases", "tests/spark/cases"]) {
    for (const name of readdirSync(join(root, corpus)).sort()) {
      const file = join(root, corpus, name, "meta.json");
      if (!existsSync(file)) continue;
      const program = readFileSync(join(root, corpus, name, "program.py"), "utf8");
      for (const word of new Set(program.match(/(?<=\.|def )[a-z]\w*|\b[A-Z]\w*/g))) {
        casesOf.set(word, [...(casesOf.get(word) ?? []), name]);
      }
    }
  }
  return casesOf;
}
