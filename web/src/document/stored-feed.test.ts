import { expect, test } from "vitest";
import { withoutToken } from "./stored-feed.js";

test("the token of a bridge is not kept", () => {
  for (const [address, kept] of [
    ["ws://127.0.0.1:8765/?token=abc", "ws://127.0.0.1:8765/"],
    ["ws://127.0.0.1:8765/?token=abc&from=earliest", "ws://127.0.0.1:8765/?from=earliest"],
    ["ws://127.0.0.1:8765/topic/a?from=earliest&token=abc", "ws://127.0.0.1:8765/topic/a?from=earliest"],
    ["wss://example.org/stream", "wss://example.org/stream"],
  ] as const) {
    expect(withoutToken(address)).toBe(kept);
  }
});
