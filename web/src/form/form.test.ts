import { describe, expect, it, vi } from "vitest";
import type { AnswerTo } from "../engine/engine-client.js";
import type { Diagnostic, Place, ProgramEdit, ProgramOutline, StreamCall, TextChange } from "../generated/index.js";
import { answering } from "../testing/asking.js";
import { streamNames, toChains } from "./chains.js";
import { completionsAt, namesOf } from "./completion.js";
import { FormModel } from "./form-model.js";
import { problemsOf } from "./problems.js";

const place = (line: number, column: number, endLine: number, endColumn: number): Place => ({
  line,
  column,
  endLine,
  endColumn,
});

const call = (id: number, method: string, more: Partial<StreamCall> = {}): StreamCall => ({
  id,
  method,
  role: "operator",
  variable: null,
  parents: id === 0 ? [] : [id - 1],
  place: place(id + 1, 0, id + 1, 20),
  arguments: [],
  fixed: null,
  ...more,
});

const outlineOf = (...calls: StreamCall[]): ProgramOutline => ({ calls, inputs: [], batchInterval: null });

describe("chains", () => {
  const words = call(1, "flatMap", { variable: "words" });
  const outline = outlineOf(
    call(0, "queueStream", { role: "input", variable: "lines" }),
    words,
    call(2, "pprint", { role: "output" }),
    call(3, "map", { parents: [1] }),
    call(4, "pprint", { role: "output" }),
  );

  it("follow each other while each reads the one before it", () => {
    expect(toChains(outline).map(({ source, calls }) => [source, calls.map(({ id }) => id)])).toEqual([
      [null, [0, 1, 2]],
      ["words", [3, 4]],
    ]);
  });

  it("know the streams that stand before a call", () => {
    expect(streamNames(outline, words)).toEqual(["lines"]);
  });
});

describe("completion", () => {
  const program =
    "from operator import add, sub as minus\nimport math\n\nlimit = 3\n\ndef clean(text):\n    return text\n";

  it("knows what the program defines and imports", () => {
    expect(namesOf(program).sort()).toEqual(["add", "clean", "limit", "math", "minus"]);
  });

  it("ends the word before the caret: names, parameters, builtins", () => {
    expect(completionsAt("cl", 2, namesOf(program))).toEqual({ from: 0, options: ["clean"] });
    expect(completionsAt("lambda pair: pa", 15, [])).toEqual({ from: 13, options: ["pair"] });
    expect(completionsAt("lambda a: le", 12, []).options).toContain("len");
  });

  it("leaves a word alone that is a name already", () => {
    expect(completionsAt("lambda a, b: a + b", 18, []).options).toEqual([]);
  });

  it("offers methods behind a dot, and nothing in a string", () => {
    expect(completionsAt("line.spl", 8, [])).toEqual({ from: 5, options: ["split", "splitlines"] });
    expect(completionsAt('line.split("sp', 14, []).options).toEqual([]);
    expect(completionsAt('f("a") + le', 11, []).options).toContain("len");
  });
});

describe("problems", () => {
  const reduce = call(0, "reduceByKey", {
    place: place(2, 4, 3, 10),
    arguments: [
      {
        name: "func",
        kind: "function",
        isRequired: true,
        default: null,
        text: "lambda a: a",
        place: place(2, 17, 2, 28),
      },
    ],
  });
  const error = (line: number, column: number): Diagnostic => ({
    severity: "error",
    fix: null,
    message: `at ${line}:${column}`,
    hint: null,
    place: place(line, column, line, column + 1),
  });

  it("belong to the argument, or the call, that they lie in", () => {
    const problems = problemsOf(reduce, [error(2, 20), error(3, 2), error(4, 0)], new Map());
    expect([...problems]).toEqual([
      ["func", "at 2:20"],
      ["", "at 3:2"],
    ]);
  });

  it("are also what was refused there", () => {
    const refusals = new Map([
      ["0.func", "That is no expression."],
      ["1.", "Not here."],
    ]);
    expect([...problemsOf(reduce, [], refusals)]).toEqual([["func", "That is no expression."]]);
  });
});

describe("form", () => {
  /** An engine whose edits append to the text, and a text that it is asked about. */
  function setUp() {
    let text = "a";
    const source = {
      get current() {
        return text;
      },
      type(typed: string) {
        text = typed;
      },
      apply: async (changes: readonly TextChange[]) => {
        for (const { insert } of changes) text += insert;
      },
    };
    const edit = vi.fn(
      ({ program: { length } }: { program: string; edit: ProgramEdit }): AnswerTo<"edit"> => ({
        type: "edit",
        changes: [{ from: length, to: length, insert: "b" }],
        refusal: null,
      }),
    );
    const ask = answering({
      outline: ({ program }) => ({
        type: "outline",
        outline: program.includes("(") ? null : outlineOf(call(0, program)),
      }),
      edit,
    });
    return { source, edit, form: new FormModel(ask, source) };
  }

  const EDIT = { type: "removeCall", call: 0 } as const;

  it("follows the text, and keeps the last outline of one that parsed", async () => {
    const { form, source } = setUp();
    await form.follow();
    expect([form.isCurrent, form.outline?.calls[0]?.method]).toEqual([true, "a"]);
    source.type("a(");
    await form.follow();
    expect([form.isCurrent, form.outline?.calls[0]?.method]).toEqual([false, "a"]);
  });

  it("makes edits one after the other, each on the text that the one before made", async () => {
    const { form, edit, source } = setUp();
    await Promise.all([form.edit(EDIT), form.edit(EDIT)]);
    expect(edit.mock.calls.map(([{ program }]) => program)).toEqual(["a", "ab"]);
    expect(source.current).toBe("abb");
    expect(form.outline?.calls[0]?.method).toBe("abb");
  });

  it("works an edit out again for a text that changed meanwhile", async () => {
    const { form, edit, source } = setUp();
    edit.mockImplementationOnce(() => {
      source.type("typed");
      return { type: "edit", changes: [{ from: 0, to: 0, insert: "wrong" }], refusal: null };
    });
    expect(await form.edit(EDIT)).toBeNull();
    expect(source.current).toBe("typedb");
  });

  it("says why an edit cannot be made, and leaves the text alone", async () => {
    const { form, edit, source } = setUp();
    edit.mockReturnValueOnce({ type: "edit", changes: [], refusal: "No." });
    expect(await form.edit(EDIT)).toBe("No.");
    expect(source.current).toBe("a");
  });

  it("says so when the engine was ended", async () => {
    const { source } = setUp();
    expect(await new FormModel(answering({}), source).edit(EDIT)).toContain("ended");
  });
});
