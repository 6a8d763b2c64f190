import { readFileSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { letStartThreads } from "./pool-on-node.mjs";
import { root } from "./run-command.mjs";

/**
 * Runs the first programs of a visit on an engine that marks the functions it enters, and writes
 * for each function 1 or 0: `run-first-programs.mjs FOLDER START COUNT MOST_MEMORY`. The engine is
 * `marked.wasm` in the folder with its generated module; its marks are in memory from START on.
 */

const [folder = "", ...numbers] = process.argv.slice(2);
const [start = 0, count = 0, mostMemory = 0] = numbers.map(Number);
const PAGE = 65_536;

/** They show what streams are; those that learn from data come later in a visit. */
const PROGRAMS = ["word_count.py", "introduction.py", "reduce_lists.py", "active_users.py", "high_scores.py"];

/** A learner's first mistakes are explained without the secondary file: one in a task, one in the driver. */
const MISTAKES = ["lambda x: 10 // x", "lambda x: x + undefined"].map(
  (mapped) => `from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "mistake")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1, 2], [0, 3]])
numbers.map(${mapped}).filter(lambda x: x > 2).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop()
`,
);

/** As many batches as a person watches before they do something else. */
const BATCHES = 20;

const glue = pathToFileURL(resolve(folder, "brooklet.js")).href;
letStartThreads(glue);
const { Engine, initSync, initThreadPool } = await import(glue);
const module = new WebAssembly.Module(readFileSync(join(folder, "marked.wasm")));
const shared = { initial: Math.ceil((start + count) / PAGE), maximum: mostMemory / PAGE, shared: true };
const { memory } = initSync({ module, ...(initThreadPool && { memory: new WebAssembly.Memory(shared) }) });
await initThreadPool?.(2);
const engine = new Engine();
const jsonText = new TextDecoder();
for (const name of PROGRAMS) runProgram(readFileSync(join(root, "examples", name), "utf8"), name);
for (const program of MISTAKES) runProgram(program, "mistake.py");
ask({ type: "operators" });
writeSync(
  1,
  new Uint8Array(memory.buffer, start, count).map((mark) => mark + "0".charCodeAt(0)),
);

// The pool's threads wait for work for ever.
process.exit();

/**
 * Does with a program what the page does: runs it and inspects each batch of its graph.
 *
 * @param {string} text
 * @param {string} name
 */
function runProgram(text, name) {
  const settings = { files: [], feeds: [], arguments: [], master: "local[4]" };
  ask({ type: "load", program: text, fileName: name, ...settings });
  if (!engine.isLoaded) throw new Error(`${name} does not compile`);
  /** @type {{ id: number }[]} */
  let streams = [];
  for (let batches = 0; batches < BATCHES; ) {
    const progress = engine.poll(20_000);
    if (progress.status === "ended") break;
    if (progress.status !== "waiting") continue;
    engine.tick();
    for (const bytes of engine.takeEvents()) {
      const { event } = JSON.parse(jsonText.decode(bytes));
      if (event.type === "graph") streams = event.streams;
    }
    if (!progress.batchDue) continue;
    const selection = { type: "partitions", limit: 100 };
    for (const { id } of streams) ask({ type: "inspect", stream: id, batchTimeMs: engine.clockMs, selection });
    batches++;
  }
  engine.takeEvents();
  ask({ type: "outline", program: text });
}

/** @param {object} request */
function ask(request) {
  engine.answer(0, request);
}
