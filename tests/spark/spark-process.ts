import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { CaseMeta, ConformanceCase } from "../conformance/corpus.js";

const server = fileURLToPath(new URL("serve.py", import.meta.url));

/** What Spark did with a program, as far as it is compared. */
interface SparkResult {
  stdout: string;
  exit_code: number;
  timed_out: boolean;
  failure: Partial<NonNullable<CaseMeta["failure"]>>;
}

/** A process that runs programs on the real Spark, one after another. */
export class SparkProcess {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly answers: AsyncIterator<string>;

  constructor(python: string) {
    this.child = spawn(python, [server], { stdio: ["pipe", "pipe", "inherit"] });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** The case with what Spark does here and now as what is expected. */
  async run(conformanceCase: ConformanceCase): Promise<ConformanceCase> {
    const { folder, file, meta, feeds } = conformanceCase;
    const files = feeds.length > 0 ? [...meta.files, "feeds.json"] : meta.files;
    this.child.stdin.write(
      `${JSON.stringify({ path: join(folder, file), files, cores: meta.cores, arguments: meta.arguments ?? [] })}\n`,
    );
    const { value, done } = await this.answers.next();
    if (done) throw new Error("the process that runs Spark ended");
    const result = JSON.parse(value) as SparkResult;
    if (result.timed_out) throw new Error("Spark did not end");
    const { failure: _, ...recorded } = meta;
    const failure = result.failure.logged ? { failure: { logged: [], ...result.failure } } : {};
    return {
      ...conformanceCase,
      expected: result.stdout,
      meta: { ...recorded, exit_code: result.exit_code, ...failure },
    };
  }

  /** Ends it, and Spark with it. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.child.on("close", () => resolve());
      this.child.stdin.end();
    });
  }
}
