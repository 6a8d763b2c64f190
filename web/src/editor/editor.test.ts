import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { placeDiagnostic, toRange } from "./places.js";
import { tokenize } from "./python-tokens.js";

describe("tokenize", () => {
  const program = `from time import sleep  # naps
def nap(seconds=1_000.5):
    """A nap
    of several lines"""
    return f"it's {seconds}" + 'x' if not None else r'\\n'
unfinished = "a
`;

  it("loses nothing", () => {
    expect(
      tokenize(program)
        .map(({ text }) => text)
        .join(""),
    ).toBe(program);
  });

  it("finds what is coloured", () => {
    const found = (kind: string) => tokenize(program).flatMap((token) => (token.kind === kind ? [token.text] : []));
    expect(found("comment")).toEqual(["# naps"]);
    expect(found("definition")).toEqual(["nap"]);
    expect(found("number")).toEqual(["1_000.5"]);
    expect(found("string")).toEqual(['"""A nap\n    of several lines"""', `f"it's {seconds}"`, "'x'", "r'\\n'", '"a']);
    expect(found("keyword")).toEqual(["from", "import", "def", "return", "if", "not", "None", "else"]);
  });
});

describe("places", () => {
  const doc = Text.of(["abc", "defgh"]);

  it("are ranges of the document", () => {
    expect(toRange(doc, { line: 2, column: 1, endLine: 2, endColumn: 3 })).toEqual({ from: 5, to: 7 });
  });

  it("are brought back when they lie outside of it", () => {
    expect(toRange(doc, { line: 1, column: 9, endLine: 7, endColumn: 0 })).toEqual({ from: 3, to: 9 });
    expect(toRange(doc, { line: 2, column: 3, endLine: 1, endColumn: 0 })).toEqual({ from: 7, to: 7 });
  });

  it("carry the hint", () => {
    const place = { line: 1, column: 0, endLine: 1, endColumn: 1 };
    expect(placeDiagnostic(doc, { severity: "error", message: "no", hint: "do", place, fix: null }).message).toBe(
      "no\ndo",
    );
  });
});
