import { describe, expect, it } from "vitest";
import type { Ask } from "../engine/engine-client.js";
import type { Feed } from "../feeds/feed.js";
import type { EngineAnswer, EngineRequest } from "../generated/index.js";
import { BLANK_PROGRAM } from "./program.js";
import { isNotebook, isProgramFile, readProgram } from "./read-program.js";
import { programToJson } from "./stored-program.js";

const NOTEBOOK = '{"cells": [], "nbformat": 4}';

/** An engine that answers every notebook with the same. */
function engine(answer: Omit<Extract<EngineAnswer, { type: "openNotebook" }>, "type">): Ask {
  const ask = async (request: EngineRequest) => ({ ...answer, type: request.type });
  return ask as unknown as Ask;
}

describe("readProgram", () => {
  it("takes a Python file as it is", async () => {
    const ask = engine({ program: null, passedOver: [], refusal: "" });
    const { program, notice } = await readProgram("a.py", "x = {}\n", ask);
    expect(program).toMatchObject({ fileName: "a.py", text: "x = {}\n", files: [] });
    expect(notice).toBeNull();
  });

  it("makes a program of a notebook, and says what it passed over", async () => {
    const ask = engine({ program: "x = 1\n", passedOver: ["%matplotlib inline", "!ls"], refusal: null });
    const { program, notice } = await readProgram("Word count.ipynb", NOTEBOOK, ask);
    expect(program).toMatchObject({ fileName: "Word count.py", text: "x = 1\n" });
    expect(notice).toBe("2 lines that only a notebook understands are comments now: %matplotlib inline, !ls");
  });

  it("opens a whole program that was downloaded", async () => {
    const feeds: Feed[] = [
      { type: "socket", host: "localhost", port: 9999, items: [{ ms: 600, text: "a" }], live: "" },
    ];
    const whole = { ...BLANK_PROGRAM, arguments: "1", feeds };
    const ask = engine({ program: null, passedOver: [], refusal: "" });
    expect((await readProgram("x.json", programToJson(whole), ask)).program).toEqual(whole);
    await expect(readProgram("x.json", "[1]", ask)).rejects.toThrow("neither");
  });

  it("says why a file is no notebook", async () => {
    const ask = engine({ program: null, passedOver: [], refusal: "This file is no Jupyter notebook: no cell." });
    await expect(readProgram("a.ipynb", "{}", ask)).rejects.toThrow("no cell");
  });
});

it("tells notebooks and programs from other things", () => {
  expect(isNotebook(NOTEBOOK)).toBe(true);
  expect(isNotebook('x = {"nbformat": 4, "cells": []}')).toBe(false);
  expect(isProgramFile("a.PY")).toBe(true);
  expect(isProgramFile("a.csv")).toBe(false);
});
