import { html } from "lit";
import { describe, expect, it, vi } from "vitest";
import type { RecordOrder } from "../../generated/index.js";
import { RecordSource } from "../../records/record-source.js";
import { mount, texts } from "../../testing/mount.js";
import { pageOf } from "../../testing/reports.js";
import "./record-table.js";

describe("record table", () => {
  const rows = Array.from({ length: 130 }, (_, index) => [`'k${index}'`, String((index * 7) % 130)]);
  const sorted = (order: RecordOrder | null) => {
    const column = order?.column ?? 0;
    const sign = order?.descending ? -1 : 1;
    return [...rows].sort((one, other) => sign * (Number(one[column]) - Number(other[column])));
  };
  const source = () =>
    new RecordSource(pageOf(rows), async (offset, limit, order) => ({
      ...pageOf(sorted(order).slice(offset, offset + limit)),
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
    const source = new RecordSource(pageOf(rows), async () => null);
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
