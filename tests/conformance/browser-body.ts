import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type {
  Diagnostic,
  Feed,
  PageMessage,
  RunEvent,
  WorkerLife,
  WorkerMessage,
} from "../../web/src/generated/index.js";
import { distFolder } from "../browser/server-fixture.js";
import { AWAIT_SECONDS, type ConformanceCase } from "./corpus.js";
import type { BatchFailure, Outcome, ReportedFailure } from "./outcome.js";

/** What a page needs to run one program. */
interface BrowserRun {
  workerUrl: string;
  program: string;
  files: { path: string; base64: string }[];
  feeds: Feed[];
  arguments: string[];
  master: string;
  awaitLimitMs: number;
  timeoutMs: number;
}

/** Everything the worker said, and the engine that said it. */
interface BrowserEvents {
  ready: Extract<WorkerLife, { type: "ready" }> | null;
  diagnostics: Diagnostic[];
  events: RunEvent[];
}

/** Where the built page's engine worker is. */
export function engineWorkerUrl(): string {
  const file = readdirSync(join(distFolder, "assets")).find((name) => /^engine-worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error("dist has no engine worker: npm run build");
  return `/assets/${file}`;
}

/** Runs a case in a browser, through the engine worker that the page itself uses. */
export async function runInBrowser(
  page: Page,
  workerUrl: string,
  body: "single" | "threads",
  conformanceCase: ConformanceCase,
  timeoutMs: number,
): Promise<Outcome> {
  const { folder, meta, program, feeds } = conformanceCase;
  const files = meta.files.map((path) => ({ path, base64: readFileSync(join(folder, path)).toString("base64") }));
  const master = `local[${meta.cores}]`;
  const run: BrowserRun = {
    workerUrl,
    program,
    files,
    feeds,
    arguments: meta.arguments ?? [],
    master,
    awaitLimitMs: AWAIT_SECONDS * 1000,
    timeoutMs,
  };
  const { ready, diagnostics, events } = await page.evaluate(runInPage, run);
  const threaded = (ready?.threads ?? 0) > 0;
  if (threaded !== (body === "threads")) {
    throw new Error(`this page has the wrong engine: ${ready?.threadsReason ?? `${ready?.threads} threads`}`);
  }
  return outcomeOf(diagnostics, events);
}

function outcomeOf(diagnostics: Diagnostic[], events: RunEvent[]): Outcome {
  const outcome = { folder: "", stdout: "", stderr: "", exitCode: -1 };
  const batches: BatchFailure[] = [];
  let program: ReportedFailure | null = null;
  const lines = diagnostics.map(({ severity, message, place }) => {
    return `${place ? `line ${place.line}: ` : ""}${severity}: ${message}\n`;
  });
  outcome.stderr += lines.join("");
  for (const event of events) {
    if (event.type === "text") {
      outcome[event.stream] += event.text;
    } else if (event.type === "batch") {
      const { batch, failure, outputs } = event.report;
      if (failure) batches.push({ batch, output: null, ...failure });
      for (const { output, failure } of outputs) {
        if (failure) batches.push({ batch, output, ...failure });
      }
    } else if (event.type === "ended") {
      outcome.exitCode = event.exitCode;
      program = event.failure;
    }
  }
  return { ...outcome, reported: { batches, program } };
}

/** Runs inside the page. The worker is kept for the next program, as the page keeps it. */
function runInPage(run: BrowserRun): Promise<BrowserEvents> {
  interface Kept {
    worker: Worker;
    ready: BrowserEvents["ready"];
  }
  const scope = globalThis as unknown as { kept: Kept | undefined };
  const decoder = new TextDecoder();
  const files = run.files.map(({ path, base64 }) => ({
    path,
    bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
  }));
  scope.kept ??= { worker: new Worker(run.workerUrl, { type: "module" }), ready: null };
  const kept = scope.kept;
  const { worker } = kept;
  const send = (message: PageMessage) => worker.postMessage(message);

  return new Promise((resolve, reject) => {
    let diagnostics: Diagnostic[] | null = null;
    const events: RunEvent[] = [];
    const giveUp = (message: string) => {
      clearTimeout(timer);
      worker.terminate();
      scope.kept = undefined;
      const said = events.map((event) => (event.type === "text" ? event.text : "")).join("");
      reject(new Error(`${message}; it printed:\n${said}`));
    };
    const timer = setTimeout(() => giveUp(`did not end within ${run.timeoutMs / 1000} s`), run.timeoutMs);
    worker.onerror = (error) => giveUp(error.message || "the worker could not be started");
    const finish = () => {
      clearTimeout(timer);
      resolve({ ready: kept.ready, diagnostics: diagnostics ?? [], events });
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage | Uint8Array>) => {
      const message = data instanceof Uint8Array ? (JSON.parse(decoder.decode(data)) as WorkerMessage) : data;
      if (message.type === "life") {
        if (message.life.type === "ready") kept.ready = message.life;
        else giveUp(`the engine crashed: ${message.life.message}`);
      } else if (message.type === "answer") {
        if (message.answer.type !== "load") return;
        diagnostics = message.answer.diagnostics;
        // A program that cannot run has said why by now.
        if (diagnostics.some(({ severity }) => severity === "error")) finish();
        else send({ type: "command", command: { type: "run", pace: "fast" } });
      } else {
        events.push(message.event);
        if (diagnostics && message.event.type === "state" && message.event.state === "ended") finish();
      }
    };
    const { program, feeds, arguments: argv, master, awaitLimitMs } = run;
    const fileName = "program.py";
    const load = { type: "load" as const, program, fileName, files, feeds, arguments: argv, master, awaitLimitMs };
    send({ type: "request", id: 0, request: load });
  });
}
