import { describe, expect, it } from "vitest";
import {
  DamagedLinkError,
  fromFragment,
  isProgramFragment,
  LinkTooLongError,
  toFragment,
  toLink,
} from "./permalink.js";
import type { Program } from "./program.js";

const PROGRAM: Program = {
  fileName: "grüße.py",
  text: 'print("grüße \u{1f30a}")\n',
  files: [{ path: "data.bin", bytes: Uint8Array.of(0, 255, 62, 63) }],
  arguments: 'localhost "9999"',
  feeds: [
    { type: "socket", host: "localhost", port: 9999, items: [{ ms: 600, text: "grüße" }], live: "wss://a.example/b" },
    {
      type: "topic",
      name: "clicks",
      partitions: 2,
      items: [
        { ms: 600, partition: 1, key: "ana", value: "1" },
        { ms: 600, partition: 0, key: null, value: null },
      ],
      live: "",
    },
    { type: "folder", path: "logs", items: [{ ms: 600, name: "a.bin", bytes: new Uint8Array([0, 255]) }], live: "" },
  ],
};

describe("permalink", () => {
  it("gives back the program it was made of", async () => {
    const link = await toLink(PROGRAM, "https://example.org/page/?example=x#v1.old");
    expect(link).toMatch(/^https:\/\/example\.org\/page\/#v1\.[\w-]+$/);
    expect(await fromFragment(new URL(link).hash.slice(1))).toEqual(PROGRAM);
  });

  it("still reads a link of the first format", async () => {
    const fragment =
      "v1.Hcc7CoAwEAXAq4RXKYSAbS7gIYzFgisG81niFop4d9FqmBuFMsOjkDi5YKF8KjzWVrPRmNnELLWpORKzhPLTDX0osFhj4gN-uiGkGzzI6amwWEjp67jjmZ8X";
    expect(await fromFragment(fragment)).toEqual({
      fileName: "nap.py",
      text: "from time import sleep\nsleep(1)\n",
      files: [{ path: "a.txt", bytes: new TextEncoder().encode("hi") }],
      arguments: "",
      feeds: [],
    });
  });

  it.each(["v1.", "v1.!!!", "v1.AAAA", "v9.abc"])("says that %s is damaged", async (fragment) => {
    await expect(fromFragment(fragment)).rejects.toBeInstanceOf(DamagedLinkError);
  });

  it("says when a link is cut", async () => {
    const fragment = await toFragment(PROGRAM);
    await expect(fromFragment(fragment.slice(0, -8))).rejects.toBeInstanceOf(DamagedLinkError);
  });

  it("refuses to make a link that programs cut", async () => {
    const noise = Array.from({ length: 40_000 }, (_, index) => ((index * 2_654_435_761) >>> 0).toString(36)).join("");
    await expect(toLink({ ...PROGRAM, text: noise }, "https://example.org/")).rejects.toBeInstanceOf(LinkTooLongError);
  });

  it("tells a program from another fragment", () => {
    expect(isProgramFragment("top")).toBe(false);
    expect(isProgramFragment("v2.abc")).toBe(true);
  });
});
