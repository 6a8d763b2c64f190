import { examples } from "../document/examples.js";
import { fromFragment, isProgramFragment } from "../document/permalink.js";
import { BLANK_PROGRAM, type Program, titleOf } from "../document/program.js";
import { tokenize } from "../editor/python-tokens.js";
import { startEngineEarly } from "../engine/start-worker.js";

/**
 * A program inside somebody's page: its text at once, the playground around it when it is asked for.
 *
 * The address names it as the playground's does: a fragment that holds it, or `?example=` and a name.
 */

/** The program that the address names, and what to say when it cannot be read. */
async function open(): Promise<{ program: Program; problem: string }> {
  const fragment = location.hash.slice(1);
  const name = new URLSearchParams(location.search).get("example");
  const example = examples.find(({ fileName }) => fileName === `${name}.py`) ?? examples[0];
  try {
    const program = isProgramFragment(fragment) ? await fromFragment(fragment) : await example?.load();
    return { program: program ?? BLANK_PROGRAM, problem: "" };
  } catch (error) {
    return { program: BLANK_PROGRAM, problem: error instanceof Error ? error.message : String(error) };
  }
}

function show({ program, problem }: { program: Program; problem: string }): void {
  document.title = titleOf(program.fileName);
  const run = element("button", "Run");
  const link = element("a", "Open in Brooklet");
  link.href = new URL(`./${location.search}${location.hash}`, location.href).href;
  link.target = "_blank";
  link.rel = "noopener";
  const head = element("header");
  head.append(element("h1", document.title), link, run);
  const text = element("pre");
  text.tabIndex = 0;
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", "Program");
  if (problem === "") {
    for (const { kind, text: part } of tokenize(program.text)) {
      const token = element("span", part);
      token.className = kind;
      text.append(token);
    }
  } else {
    text.textContent = problem;
    run.disabled = true;
  }
  const frame = element("main");
  frame.className = "embed";
  frame.append(head, text);
  document.body.replaceChildren(frame);
  run.onclick = async () => {
    run.disabled = true;
    run.textContent = "Loading …";
    startEngineEarly();
    await import("../elements/shell/playground.js");
    const playground = document.createElement("brooklet-playground");
    playground.embedded = program;
    document.body.replaceChildren(playground);
  };
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

void open().then(show);
