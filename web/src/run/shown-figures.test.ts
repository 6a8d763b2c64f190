import { describe, expect, it } from "vitest";
import { figureOf, reportOf } from "../testing/reports.js";
import { emptyRecord, recordEvents } from "./run-record.js";
import { figuresAt } from "./shown-figures.js";

const drawn = (serial: number, label: string, batchTimeMs: number | null) =>
  ({ type: "figure", figure: figureOf(serial, label), batchTimeMs }) as const;
const cleared = (waits: boolean, batchTimeMs: number | null = null) =>
  ({ type: "cleared", waits, batchTimeMs }) as const;
const batch = (number: number) => ({ type: "batch" as const, report: reportOf(number, []) });
const text = (text: string) => ({ type: "text", text, stream: "stdout", batchTimeMs: null, output: null }) as const;

function labelsAt(events: Parameters<typeof recordEvents>[1], untilMs?: number): string[] {
  const { shownFigures } = recordEvents(emptyRecord(""), events);
  return figuresAt(shownFigures, untilMs).figures.map(({ label }) => label);
}

describe("figures at a batch", () => {
  it("are those that it drew, each as it was drawn last", () => {
    const events = [drawn(1, "a", 1000), drawn(2, "b", 1000), drawn(1, "c", 1000), batch(1), drawn(1, "d", 2000)];
    expect(labelsAt(events, 1000)).toEqual(["c", "b"]);
    expect(labelsAt(events)).toEqual(["d"]);
  });

  it("are those of an earlier batch where it drew none", () => {
    expect(labelsAt([drawn(1, "a", 1000), batch(1), batch(2)], 2000)).toEqual(["a"]);
    expect(labelsAt([drawn(1, "a", 2000)], 1000)).toEqual([]);
  });

  it("count what the program itself drew to the batch before", () => {
    const events = [drawn(1, "first", null), batch(1), drawn(1, "second", null), batch(2)];
    expect(labelsAt(events, 500)).toEqual(["first"]);
    expect(labelsAt(events, 1000)).toEqual(["second"]);
  });

  it("go when they are cleared", () => {
    expect(labelsAt([drawn(1, "a", 1000), cleared(false, 1000)])).toEqual([]);
    expect(labelsAt([drawn(1, "a", 1000), cleared(true, 1000), drawn(2, "b", 1000)])).toEqual(["b"]);
  });
});

describe("text that is cleared", () => {
  it("goes at once, or when there is something new", () => {
    const printed = (...events: Parameters<typeof recordEvents>[1]) =>
      recordEvents(emptyRecord(""), events).printed.map((each) => each.text);
    expect(printed(text("a"), cleared(false))).toEqual([]);
    expect(printed(text("a"), cleared(true))).toEqual(["a"]);
    expect(printed(text("a"), cleared(true), text("b"))).toEqual(["b"]);
    const before = recordEvents(emptyRecord(""), [text("a"), cleared(true)]);
    expect(recordEvents(before, [text("b")]).printed).toEqual([{ stream: "stdout", text: "b" }]);
  });
});
