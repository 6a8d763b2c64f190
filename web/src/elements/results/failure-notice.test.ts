import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mount, texts } from "../../testing/mount.js";
import { FAILURE } from "../../testing/reports.js";
import type { PlaceRequest } from "../events.js";
import "./failure-notice.js";

describe("failure notice", () => {
  it("leads to its place", async () => {
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
});
