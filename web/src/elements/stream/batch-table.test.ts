import { html } from "lit";
import { describe, expect, it } from "vitest";
import { emptyRecord } from "../../run/run-record.js";
import { mount, texts } from "../../testing/mount.js";
import { FAILURE, reportOf } from "../../testing/reports.js";
import "./batch-table.js";

describe("batch table", () => {
  it("counts failures", async () => {
    const record = { ...emptyRecord("x"), batches: [reportOf(1, []), reportOf(2, [], FAILURE)] };
    const { shadowRoot } = await mount(html`<brooklet-batch-table .record=${record}></brooklet-batch-table>`);
    expect(texts(shadowRoot, "tbody td:last-child")).toEqual(["1 failed", "done"]);
  });
});
