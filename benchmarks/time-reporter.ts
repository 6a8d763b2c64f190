import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Prints a line a program and body. */
export default class TimeReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const body = test.parent.project()?.name ?? "";
    const time = result.annotations.find(({ type }) => type === "time")?.description;
    const error = result.errors.map(({ message }) => message ?? "").join("\n");
    console.log(`${body.padEnd(8)} ${test.title.padEnd(26)} ${time ?? `FAILED: ${error}`}`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
