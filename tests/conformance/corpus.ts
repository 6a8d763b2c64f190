import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Feed } from "../../web/src/generated/index.js";

/** A batch that failed without ending the program. */
export interface LoggedFailure {
  batch: number;
  /** `job`: an output operation failed; `generate`: the batch's jobs could not be made. */
  phase: "job" | "generate";
  /** The output operation's number; null when the jobs could not be made. */
  output: number | null;
  exception: string;
  message: string;
}

/** What ended the program: a Python exception, or a `Py4JJavaError` whose text quotes others. */
export interface RaisedFailure {
  type: string;
  message?: string;
  java_class?: string | null;
  java_message?: string | null;
  python_type?: string | null;
  python_message?: string | null;
}

/** A case's `meta.json`, as far as the tests read it. */
export interface CaseMeta {
  name: string;
  cores: number;
  interval_ms: number | null;
  files: string[];
  /** What the program finds in `sys.argv`. */
  arguments?: string[];
  exit_code: number;
  compare: { sets?: boolean; float_rel_tol?: number };
  failure?: { logged: LoggedFailure[]; raised?: RaisedFailure };
}

/** A program and what Apache Spark printed for it. */
export interface ConformanceCase {
  name: string;
  folder: string;
  /** The program's file in that folder. */
  file: string;
  program: string;
  expected: string;
  meta: CaseMeta;
  /** What the world sends to the program: its `feeds.json`. */
  feeds: Feed[];
}

/** Seconds that an `awaitTermination()` without a timeout stands for. */
export const AWAIT_SECONDS = 10;

const here = fileURLToPath(new URL(".", import.meta.url));

/** The sample programs, and the programs of our own that Spark ran as well. */
const corpora = [join(here, "cases"), join(here, "../spark/cases")];

/** All cases, by name. */
export function readCorpus(): ConformanceCase[] {
  return corpora.flatMap(readCases).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readFeeds(folder: string): Feed[] {
  const file = join(folder, "feeds.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Feed[]) : [];
}

function readCases(cases: string): ConformanceCase[] {
  return readdirSync(cases)
    .filter((name) => statSync(join(cases, name)).isDirectory())
    .map((name) => {
      const folder = join(cases, name);
      return {
        name,
        folder,
        file: "program.py",
        program: readFileSync(join(folder, "program.py"), "utf8"),
        expected: readFileSync(join(folder, "expected.txt"), "utf8"),
        meta: JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")) as CaseMeta,
        feeds: readFeeds(folder),
      };
    });
}
