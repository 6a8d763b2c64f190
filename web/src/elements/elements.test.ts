import { html, render, type TemplateResult } from "lit";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RecordOrder } from "../generated/index.js";
import { RecordSource } from "../records/record-source.js";
import { emptyRecord } from "../run/run-record.js";
import { FAILURE, pageOf, reportOf } from "../testing/reports.js";
import type { BatchSelect, PlaceRequest, RunRequest } from "./events.js";
import "./batch-scrubber.js";
import "./batch-table.js";
import "./failure-notice.js";
import "./output-text.js";
import "./record-table.js";
import "./transport.js";

/** Elements on their own. */

async function mount(template: TemplateResult): Promise<HTMLElement & { shadowRoot: ShadowRoot }> {
  render(template, document.body);
  const element = document.body.firstElementChild as HTMLElement & {
    shadowRoot: ShadowRoot;
    updateComplete: Promise<unknown>;
  };
  await element.updateComplete;
  await Promise.resolve();
  await element.updateComplete;
  return element;
}

const texts = (root: ShadowRoot, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent?.trim());

afterEach(() => render(html``, document.body));

describe("record table", () => {
  const rows = Array.from({ length: 130 }, (_, index) => [`'k${index}'`, String((index * 7) % 130)]);
  const sorted = (order: RecordOrder | null) => {
    const column = order?.column ?? 0;
    const sign = order?.descending ? -1 : 1;
    return [...rows].sort((one, other) => sign * (Number(one[column]) - Number(other[column])));
  };
  const source = () =>
    new RecordSource(pageOf(rows), async (offset, limit, order) => ({
      rows: sorted(order).slice(offset, offset + limit),
      total: rows.length,
    }));
  const values = (root: ShadowRoot) => texts(root, "tbody td:nth-child(3)");

  it("shows a page at a time", async () => {
    const { shadowRoot } = await mount(html`<brooklet-record-table .source=${source()}></brooklet-record-table>`);
    await vi.waitFor(() => expect(values(shadowRoot)).toHaveLength(100));
    expect(texts(shadowRoot, "nav span")).toEqual(["1–100 of 130"]);
    shadowRoot.querySelectorAll("nav button")[1]?.dispatchEvent(new Event("click"));
    await vi.waitFor(() => expect(values(shadowRoot)).toHaveLength(30));
    expect(texts(shadowRoot, "tbody td:first-child")[0]).toBe("101");
  });

  it("orders by a column: upwards, downwards, as it came", async () => {
    const { shadowRoot } = await mount(html`<brooklet-record-table .source=${source()}></brooklet-record-table>`);
    const press = () => shadowRoot.querySelectorAll("th button")[1]?.dispatchEvent(new Event("click"));
    const direction = () => shadowRoot.querySelectorAll("th")[2]?.getAttribute("aria-sort");
    press();
    await vi.waitFor(() => expect(values(shadowRoot).slice(0, 3)).toEqual(["0", "1", "2"]));
    expect(direction()).toBe("ascending");
    press();
    await vi.waitFor(() => expect(values(shadowRoot)[0]).toBe("129"));
    expect(direction()).toBe("descending");
    press();
    await vi.waitFor(() => expect(values(shadowRoot).slice(0, 2)).toEqual(["0", "7"]));
    expect(direction()).toBe("none");
  });

  it("says when the engine cannot order the records any more", async () => {
    const source = new RecordSource(pageOf(rows), async () => ({ rows: [], total: 0 }));
    const { shadowRoot } = await mount(html`<brooklet-record-table .source=${source}></brooklet-record-table>`);
    shadowRoot.querySelectorAll("th button")[1]?.dispatchEvent(new Event("click"));
    await vi.waitFor(() => expect(texts(shadowRoot, "p").join()).toContain("cannot be sorted"));
    expect(shadowRoot.querySelectorAll("th button")).toHaveLength(0);
    expect(values(shadowRoot).slice(0, 2)).toEqual(["0", "7"]);
    expect(shadowRoot.querySelectorAll("th")[2]?.getAttribute("aria-sort")).toBe("none");
  });

  it("shows records as text, whatever is in them", async () => {
    const page = pageOf([["'<img src=x>'"]]);
    const { shadowRoot } = await mount(
      html`<brooklet-record-table .source=${new RecordSource(page, vi.fn())}></brooklet-record-table>`,
    );
    await vi.waitFor(() => expect(texts(shadowRoot, "tbody td:nth-child(2)")).toEqual(["'<img src=x>'"]));
    expect(shadowRoot.querySelector("img")).toBeNull();
  });
});

describe("batch scrubber", () => {
  const record = { ...emptyRecord("x"), batches: [3, 4, 5, 6].map((batch) => reportOf(batch, [["1"]])) };

  async function press(key: string, selected: number | null) {
    const element = await mount(
      html`<brooklet-batch-scrubber .record=${record} .selected=${selected}></brooklet-batch-scrubber>`,
    );
    let chosen: number | null | undefined;
    element.addEventListener("batch-select", (event) => {
      chosen = (event as BatchSelect).batch;
    });
    element.shadowRoot
      .querySelector("[role=slider]")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
    return chosen;
  }

  it.each([
    ["ArrowLeft", null, 5],
    ["ArrowRight", 3, 4],
    ["ArrowRight", 6, 6],
    ["Home", 5, 3],
    ["End", 3, 6],
    ["PageDown", 6, 3],
    ["a", 4, undefined],
  ])("%s from %s", async (key, selected, expected) => {
    expect(await press(key, selected)).toBe(expected);
  });

  it("says what there is when there is nothing", async () => {
    const { shadowRoot } = await mount(
      html`<brooklet-batch-scrubber .record=${emptyRecord("")} .selected=${null}></brooklet-batch-scrubber>`,
    );
    expect(shadowRoot.querySelector("[role=slider]")?.getAttribute("aria-valuetext")).toBe("No batches yet");
  });
});

describe("run controls", () => {
  it.each([
    ["idle", false, "Run", "run"],
    ["running", false, "Pause", "pause"],
    ["running", true, "Run", "run"],
    ["paused", false, "Resume", "run"],
    ["paused", true, "Run", "run"],
    ["ended", false, "Run", "run"],
  ])("when %s, stale: %s", async (state, stale, label, action) => {
    const element = await mount(
      html`<brooklet-transport .state=${state as "idle"} ?stale=${stale}></brooklet-transport>`,
    );
    let asked: string | undefined;
    element.addEventListener("run-request", (event) => {
      asked = (event as RunRequest).action;
    });
    const button = element.shadowRoot.querySelector("button");
    expect(button?.textContent?.trim()).toBe(label);
    button?.click();
    expect(asked).toBe(action);
  });
});

describe("failures", () => {
  it("lead to their place", async () => {
    const element = await mount(
      html`<brooklet-failure-notice subject="Batch 2" .failure=${FAILURE}></brooklet-failure-notice>`,
    );
    let line: number | undefined;
    element.addEventListener("place-request", (event) => {
      line = (event as PlaceRequest).place.line;
    });
    element.shadowRoot.querySelector("button")?.click();
    expect(line).toBe(3);
    expect(texts(element.shadowRoot, "h3")).toEqual(["Batch 2: ZeroDivisionError"]);
  });

  it("stand among the texts of an output", async () => {
    const batches = [reportOf(1, [["1"]]), reportOf(2, [], FAILURE), reportOf(3, [["3"]])];
    const { shadowRoot } = await mount(
      html`<brooklet-output-text .batches=${batches} .shown=${batches[2]} .output=${0}></brooklet-output-text>`,
    );
    expect(texts(shadowRoot, "pre")).toEqual(["1", "3"]);
    expect(texts(shadowRoot, ".failed")).toEqual(["Batch 2 failed: ZeroDivisionError"]);
  });

  it("are counted in the table of batches", async () => {
    const record = { ...emptyRecord("x"), batches: [reportOf(1, []), reportOf(2, [], FAILURE)] };
    const { shadowRoot } = await mount(html`<brooklet-batch-table .record=${record}></brooklet-batch-table>`);
    expect(texts(shadowRoot, "tbody td:last-child")).toEqual(["1 failed", "done"]);
  });
});
