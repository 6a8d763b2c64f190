import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mount } from "../../testing/mount.js";
import type { RunRequest } from "../events.js";
import "./transport.js";

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
