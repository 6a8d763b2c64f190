import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mount, texts } from "../../testing/mount.js";
import { FAILURE, reportOf } from "../../testing/reports.js";
import "./output-text.js";

describe("output text", () => {
  it("shows failures among the texts of an output", async () => {
    const batches = [reportOf(1, [["1"]]), reportOf(2, [], FAILURE), reportOf(3, [["3"]])];
    const { shadowRoot } = await mount(
      html`<brooklet-output-text .batches=${batches} .shown=${batches[2]} .output=${0}></brooklet-output-text>`,
    );
    expect(texts(shadowRoot, "pre")).toEqual(["1", "3"]);
    expect(texts(shadowRoot, ".failed")).toEqual(["Batch 2 failed: ZeroDivisionError"]);
  });
});
