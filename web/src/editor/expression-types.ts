import { type ApiIndex, type ApiType, type FoundEntry, resultOf } from "./api-index.js";
import { tokenize } from "./python-tokens.js";

/** Names that programs usually give to these objects. They tell the type of a parameter, for example. */
const BY_CUSTOM: Readonly<Record<string, string>> = { rdd: "RDD", sc: "SparkContext", ssc: "StreamingContext" };

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * A program's text, read from the end of an expression backwards: enough to know which of pyspark's objects stands
 * before a dot. It runs nothing and follows no function.
 */
export class ExpressionTypes {
  /** The text with a blank for each character of a string or a comment. */
  private readonly text: string;
  private readonly api: ApiIndex;

  constructor(text: string, api: ApiIndex) {
    this.text = tokenize(text)
      .map((token) =>
        token.kind === "string"
          ? "'".repeat(token.text.length)
          : token.kind === "comment"
            ? " ".repeat(token.text.length)
            : token.text,
      )
      .join("");
    this.api = api;
  }

  /** Whether a place is inside a string or a comment. */
  isCode(at: number): boolean {
    return this.text[at - 1] !== "'";
  }

  /** The type of the object whose member is written at a place. */
  before(dot: number): ApiType | null {
    return this.typeBefore(dot, dot);
  }

  /** The entry whose name is at a place. */
  entryAt(at: number): (FoundEntry & { from: number; to: number }) | null {
    const from = this.wordStart(at);
    const to = from + (/^\w*/.exec(this.text.slice(from))?.[0].length ?? 0);
    const found = to > from ? this.entryEndingAt(to) : null;
    return found && { ...found, from, to };
  }

  /** The entry that is called by the parentheses around a place. */
  callAround(at: number): (FoundEntry & { from: number }) | null {
    let depth = 0;
    for (let index = at - 1; index >= 0; index -= 1) {
      const character = this.text[index] ?? "";
      if (character in CLOSING) depth += 1;
      else if ("([{".includes(character)) {
        if (depth > 0) depth -= 1;
        else {
          const found = character === "(" ? this.entryEndingAt(index) : null;
          if (found) return { ...found, from: this.wordStart(index) };
        }
      }
    }
    return null;
  }

  /** The entry whose name ends at a place. */
  private entryEndingAt(to: number): FoundEntry | null {
    const from = this.wordStart(to);
    const name = this.text.slice(from, to);
    if (this.text[from - 1] !== ".") {
      const entry = this.api.constructorOf(name);
      return entry ? { owner: name, entry } : null;
    }
    const type = this.typeBefore(from - 1, from);
    const entry = type && this.api.member(type, name);
    return type && entry ? { owner: type.name, entry } : null;
  }

  /** The type of the expression that ends at a place, with what is assigned before `limit`. */
  private typeBefore(end: number, limit: number): ApiType | null {
    const last = this.skipSpace(end);
    if (this.text[last - 1] === ")") {
      const open = this.openingOf(last - 1);
      const nameEnd = this.skipSpace(open);
      if (this.wordStart(nameEnd) === nameEnd) return this.typeBefore(last - 1, limit);
      const found = this.entryEndingAt(nameEnd);
      if (!found) return null;
      return found.entry[0] === "constructor"
        ? { name: found.owner, isClass: false }
        : this.given(resultOf(found.entry));
    }
    const from = this.wordStart(last);
    const name = this.text.slice(from, last);
    if (name === "") return null;
    if (this.text[from - 1] === ".") {
      const found = this.entryEndingAt(last);
      return found?.entry[0] === "value" ? this.given(resultOf(found.entry)) : null;
    }
    return this.typeOfName(name, limit);
  }

  private given(name: string | null): ApiType | null {
    return name !== null && this.api.class(name) ? { name, isClass: false } : null;
  }

  /** The type of a name: by the last assignment before a place, as a class, or by the usual names. */
  private typeOfName(name: string, limit: number): ApiType | null {
    const assignments = [...this.text.slice(0, limit).matchAll(new RegExp(`^[ \\t]*${name}[ \\t]*=(?!=)`, "gm"))];
    const last = assignments.at(-1);
    if (last) {
      const begin = last.index + last[0].length;
      const end = this.statementEnd(begin);
      // An assignment that goes on past the place has not happened there yet.
      return end < limit ? this.typeBefore(end, last.index) : null;
    }
    if (this.api.class(name)) return { name, isClass: true };
    return this.given(BY_CUSTOM[name] ?? null);
  }

  /** Where the statement ends that goes on at a place. */
  private statementEnd(from: number): number {
    let depth = 0;
    for (let index = from; index < this.text.length; index += 1) {
      const character = this.text[index] ?? "";
      if ("([{".includes(character)) depth += 1;
      else if (character in CLOSING) depth -= 1;
      else if (character === "\n" && depth <= 0 && this.text[index - 1] !== "\\") return index;
    }
    return this.text.length;
  }

  /** The bracket that a closing one closes; the text's start if there is none. */
  private openingOf(close: number): number {
    let depth = 0;
    for (let index = close; index >= 0; index -= 1) {
      const character = this.text[index] ?? "";
      if (character in CLOSING) depth += 1;
      else if ("([{".includes(character)) {
        depth -= 1;
        if (depth === 0) return index;
      }
    }
    return 0;
  }

  private skipSpace(end: number): number {
    return this.text.slice(0, end).replace(/[\s\\]+$/, "").length;
  }

  private wordStart(end: number): number {
    return end - (/\w*$/.exec(this.text.slice(0, end))?.[0].length ?? 0);
  }
}
