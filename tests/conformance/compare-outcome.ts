import { compareText } from "./compare-text.js";
import type { ConformanceCase, LoggedFailure, RaisedFailure } from "./corpus.js";
import type { BatchFailure, Outcome, ReportedFailure } from "./outcome.js";

/** Everything in which an outcome differs from what Apache Spark did; empty when it agrees. */
export function compareOutcome(conformanceCase: ConformanceCase, outcome: Outcome): string[] {
  const { expected, meta } = conformanceCase;
  const differences: string[] = [];
  const text = compareText(inFolder(expected, outcome), outcome.stdout, meta);
  if (text !== null) differences.push(text);
  if (outcome.exitCode !== meta.exit_code) {
    differences.push(`exit code ${outcome.exitCode} instead of ${meta.exit_code}`);
  }
  const { logged = [], raised } = meta.failure ?? {};
  const placed = logged.map((failure) => ({ ...failure, message: inFolder(failure.message, outcome) }));
  differences.push(...compareLogged(placed, outcome));
  if (raised) differences.push(...compareRaised(raised, outcome));
  if (outcome.reported?.program && !raised) {
    differences.push(`${show(outcome.reported.program)} ended the program`);
  }
  if (differences.length > 0 && outcome.stderr !== "") differences.push(`stderr:\n${outcome.stderr.slice(-2000)}`);
  return differences;
}

/** What is recorded says `<cwd>` for the folder that the program ran in. */
function inFolder(recorded: string, { folder }: Outcome): string {
  return recorded.replaceAll("<cwd>", folder);
}

function compareLogged(logged: LoggedFailure[], outcome: Outcome): string[] {
  if (outcome.reported === null) {
    return logged
      .filter((failure) => !quotesException(outcome.stderr, failure))
      .map((failure) => `stderr lacks the failure "${failure.exception}: ${failure.message}"`);
  }
  const left = [...outcome.reported.batches];
  const missing = logged.filter((wanted) => {
    const found = left.findIndex((got) => isReportOf(got, wanted));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  const where = (batch: number, output: number | null) =>
    `batch ${batch}, ${output === null ? "its jobs" : `output ${output}`}`;
  return [
    ...missing.map((f) => `not reported: ${where(f.batch, f.output)}: ${f.exception}: ${f.message}`),
    ...left.map((f) => `reported, but Spark had none such: ${where(f.batch, f.output)}: ${show(f)}`),
  ];
}

/** The exception that Spark's log quotes is the failure itself, or one that its traceback quotes. */
function isReportOf(got: BatchFailure, wanted: LoggedFailure): boolean {
  if (got.batch !== wanted.batch || got.output !== wanted.output) return false;
  const isItself = got.title === wanted.exception && got.message === wanted.message;
  return isItself || quotesException(got.traceback, wanted);
}

/**
 * Whether a text has the line with which Python ends the traceback of an exception. That of a
 * `Py4JJavaError` is followed by one that begins with a colon and has what the JVM threw.
 */
function quotesException(text: string, { exception, message }: LoggedFailure): boolean {
  const lines = `\n${text}\n`;
  const thrown = exception === "py4j.protocol.Py4JJavaError" && lines.includes(`\n: ${message}\n`);
  return thrown || lines.includes(`\n${message === "" ? exception : `${exception}: ${message}`}\n`);
}

/** The traceback on standard error names what ended the program, and quotes what was behind it. */
function compareRaised(raised: RaisedFailure, outcome: Outcome): string[] {
  const differences = quotes(raised)
    .filter((quote) => !withoutHashes(outcome.stderr).includes(withoutHashes(quote)))
    .map((quote) => `stderr lacks "${quote}"`);
  if (outcome.reported?.program === null) differences.push(`the program's end by ${raised.type} was not reported`);
  return differences;
}

/** The hashes that the JVM draws for objects differ from run to run. */
function withoutHashes(text: string): string {
  return text.replace(/(\b\w+DStream@)[0-9a-f]{1,8}\b/g, "$1");
}

/** What the traceback must contain: the exception's type and text, and those it quotes. */
function quotes(raised: RaisedFailure): string[] {
  const own = raised.message === undefined ? raised.type : `${raised.type}: ${raised.message}`;
  const quoted = [raised.java_class, raised.java_message, raised.python_type, raised.python_message];
  return [own, ...quoted.filter((quote) => quote !== null && quote !== undefined)];
}

function show(failure: ReportedFailure): string {
  return failure.message === "" ? failure.title : `${failure.title}: ${failure.message}`;
}
