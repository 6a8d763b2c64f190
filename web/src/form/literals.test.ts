import { describe, expect, it } from "vitest";
import { cellLiteral, jsonLiteral, numberOfLiteral, rowLiteral, stringLiteral, textOfLiteral } from "./literals.js";

describe("literals", () => {
  it("write strings as Python does", () => {
    expect(stringLiteral("brook")).toBe("'brook'");
    expect(stringLiteral("it's")).toBe('"it\'s"');
    expect(stringLiteral(`it's "so"`)).toBe(`'it\\'s "so"'`);
    expect(stringLiteral("a\\b\n\tc\u0001")).toBe("'a\\\\b\\n\\tc\\x01'");
  });

  it("read what a field can show as plain text", () => {
    expect(textOfLiteral('"inbox"')).toBe("inbox");
    expect(textOfLiteral("'it\\'s'")).toBeNull();
    expect(textOfLiteral("'a' + 'b'")).toBeNull();
    expect(textOfLiteral("folder")).toBeNull();
  });

  it("read what a field can show as a number", () => {
    expect(["3", "0.5", "-2", "1_000", "1e3"].map(numberOfLiteral)).toEqual(["3", "0.5", "-2", "1000", "1e3"]);
    expect(["interval", "3 * 2", ""].map(numberOfLiteral)).toEqual([null, null, null]);
  });

  it("take cells for what they look like", () => {
    expect(["12", "-0.5", "1e5", "TRUE", "false", "None"].map(cellLiteral)).toEqual([
      "12",
      "-0.5",
      "1e5",
      "True",
      "False",
      "None",
    ]);
    expect(["007", "1,5", "", "12 km"].map(cellLiteral)).toEqual(["'007'", "'1,5'", "''", "'12 km'"]);
  });

  it("make a row of cells a tuple, and a lone cell a value", () => {
    expect(rowLiteral(["Alice", "100"])).toBe("('Alice', 100)");
    expect(rowLiteral(["Alice"])).toBe("'Alice'");
  });

  it("write JSON's values as Python's", () => {
    expect(jsonLiteral('{"name": "Bob", "tags": ["a", null], "isNew": true, "n": 12}')).toBe(
      "{'name': 'Bob', 'tags': ['a', None], 'isNew': True, 'n': 12}",
    );
    expect(jsonLiteral("{oops")).toBeNull();
  });
});
