import { html } from "lit";
import { describe, expect, it } from "vitest";
import { emptyRecord } from "../../run/run-record.js";
import { mount } from "../../testing/mount.js";
import { reportOf } from "../../testing/reports.js";
import type { BatchSelect } from "../events.js";
import "./batch-scrubber.js";

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
