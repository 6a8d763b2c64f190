import { writeFileSync } from "node:fs";
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";

type Mark = "ok" | "FAIL" | "skipped";

/**
 * Prints each failure as it comes, progress on the way, and at the end a table of the conformance
 * cases with a column a body, then counts. `BROOKLET_COUNTS` names a file for the counts.
 */
export default class TableReporter implements Reporter {
  private total = 0;
  private done = 0;
  /** Marks by project, then by test. */
  private readonly marks = new Map<string, Map<string, Mark>>();
  /** Tests that failed once and passed when tried again. */
  private readonly unsteady: string[] = [];

  onBegin(_config: FullConfig, suite: Suite): void {
    this.total = suite.allTests().length;
    console.log(`${this.total} tests`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const project = test.parent.project()?.name ?? "";
    // After the project and the file: what tells it from all others.
    const name = test.titlePath().slice(3).join(" › ");
    const mark = markOf(result);
    if (mark === "FAIL") console.log(`FAIL ${project} › ${name}\n${indent(reason(result))}`);
    if (mark === "FAIL" && result.retry < test.retries) return;
    if (mark === "ok" && result.retry > 0) this.unsteady.push(`${project} › ${name}`);
    const marks = this.marks.get(project) ?? new Map<string, Mark>();
    this.marks.set(project, marks.set(name, mark));
    this.done += 1;
    if (this.done % 25 === 0) console.log(`  ${this.done} of ${this.total} done`);
  }

  /** What is wrong outside any test: a file that does not load, for one. */
  onError(error: { message?: string; stack?: string }): void {
    console.log(error.stack ?? error.message ?? "an unknown error");
  }

  onEnd(): void {
    this.printTable();
    const all = [...this.marks.values()].flatMap((marks) => [...marks.values()]);
    const count = (wanted: Mark) => all.filter((mark) => mark === wanted).length;
    const counts = { passed: count("ok"), failed: count("FAIL") + count("skipped") };
    for (const name of this.unsteady) console.log(`passed only when tried again: ${name}`);
    console.log(`${counts.passed} ok, ${counts.failed} not`);
    const file = process.env.BROOKLET_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }

  printsToStdio(): boolean {
    return true;
  }

  private printTable(): void {
    const bodies = ["native", "single", "threads"].filter((name) => this.marks.has(name));
    const names = [...new Set(bodies.flatMap((body) => [...(this.marks.get(body)?.keys() ?? [])]))].sort();
    if (names.length === 0) return;
    const width = Math.max(...names.map((name) => name.length));
    const row = (name: string, cells: string[]) => `${name.padEnd(width)}  ${cells.map((c) => c.padEnd(8)).join("")}`;
    console.log(`\n${row("", bodies).trimEnd()}`);
    for (const name of names) {
      const cells = bodies.map((body) => this.marks.get(body)?.get(name) ?? "-");
      console.log(row(name, cells).trimEnd());
    }
  }
}

function markOf({ status }: TestResult): Mark {
  if (status === "skipped") return "skipped";
  return status === "passed" ? "ok" : "FAIL";
}

function reason({ errors, status }: TestResult): string {
  return errors.map((error) => error.message ?? error.value ?? "").join("\n") || `it ended as ${status}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}
