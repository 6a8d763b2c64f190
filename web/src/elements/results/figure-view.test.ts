import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mount, texts } from "../../testing/mount.js";
import { figureOf } from "../../testing/reports.js";
import type { BatchSelect } from "../events.js";
import "./figure-view.js";

describe("figure view", () => {
  it("draws shapes, and shows their data as tables", async () => {
    const { shadowRoot } = await mount(
      html`<brooklet-figure-view .figure=${figureOf(1, "Counts")}></brooklet-figure-view>`,
    );
    expect(shadowRoot.querySelector("svg")?.getAttribute("aria-label")).toBe("Counts");
    const path = shadowRoot.querySelector("path");
    expect(path?.getAttribute("stroke")).toBe("#1f77b4");
    expect(path?.getAttribute("clip-path")).toBe("url(#clip-0)");
    const text = shadowRoot.querySelector("text");
    expect(text?.textContent).toBe("a < b");
    expect(text?.getAttribute("fill")).toBe("var(--ink)");
    expect(text?.getAttribute("transform")).toBe("rotate(-90 50 9)");
    expect(texts(shadowRoot, "caption")).toEqual(["Data, the first 1 of 3 rows"]);
    expect(texts(shadowRoot, "td")).toEqual(["1", "2"]);
  });

  it("leads to the batch that drew it", async () => {
    const element = await mount(
      html`<brooklet-figure-view .figure=${figureOf(1, "Counts")} .batch=${3}></brooklet-figure-view>`,
    );
    let batch: number | null = null;
    element.addEventListener("batch-select", (event) => {
      batch = (event as BatchSelect).batch;
    });
    element.shadowRoot.querySelector("button")?.click();
    expect(batch).toBe(3);
  });
});
