import { describe, expect, it } from "vitest";
import { readsArguments, splitArguments } from "./arguments.js";
import { BLANK_PROGRAM } from "./program.js";

describe("splitArguments", () => {
  it.each([
    ["", []],
    ["  localhost   9999 ", ["localhost", "9999"]],
    [`"a b" 'c "d"' e"f"g`, ["a b", 'c "d"', "efg"]],
    [String.raw`a\ b "\"\$\n" '\n'`, ["a b", String.raw`"$\n`, String.raw`\n`]],
    [`"" ''`, ["", ""]],
  ])("splits %j as a shell does", (line, words) => {
    expect(splitArguments(line)).toEqual(words);
  });

  it.each([`"a`, `b 'c`])("finds the open quote of %j", (line) => {
    expect(splitArguments(line)).toBeNull();
  });
});

describe("readsArguments", () => {
  it("is for programs that ask for arguments, or have some", () => {
    expect(readsArguments(BLANK_PROGRAM)).toBe(false);
    expect(readsArguments({ ...BLANK_PROGRAM, arguments: "1" })).toBe(true);
    expect(readsArguments({ ...BLANK_PROGRAM, text: "from sys import argv\n" })).toBe(true);
    expect(readsArguments({ ...BLANK_PROGRAM, text: "import argparse\n" })).toBe(true);
  });
});
