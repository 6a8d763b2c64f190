import { expect, test } from "vitest";
import type { FeedAddress } from "../../generated/index.js";
import { isBridge, nextOffsets, readTopicMessage, streamAddress } from "./bridge.js";

const BRIDGE = "ws://127.0.0.1:8765/?token=abc";
const SOCKET: FeedAddress = { type: "socket", host: "localhost", port: 9999 };
const TOPIC: FeedAddress = { type: "topic", name: "clicks" };

test("a bridge is told from other addresses", () => {
  expect(isBridge(BRIDGE)).toBe(true);
  for (const other of ["ws://127.0.0.1:8765/", "wss://example.org/stream?token=abc", "ws:", ""]) {
    expect(isBridge(other)).toBe(false);
  }
});

test("a bridge gives each feed at a place of its own", () => {
  expect(streamAddress(BRIDGE, SOCKET)).toBe("ws://127.0.0.1:8765/socket/localhost%3A9999?token=abc");
  expect(streamAddress(BRIDGE, TOPIC)).toBe("ws://127.0.0.1:8765/topic/clicks?token=abc");
  expect(streamAddress("wss://example.org/?a=b", TOPIC)).toBe("wss://example.org/?a=b");
});

test("a topic goes on behind what was read", () => {
  const begin = readTopicMessage('{"type":"begin","topic":"clicks","next":[12,7]}');
  const record = readTopicMessage(
    '{"type":"record","topic":"clicks","partition":1,"offset":7,"key":null,"value":"v","timestamp":1}',
  );
  if (begin === null || record === null) throw new Error("both are messages of a bridge");
  const next = nextOffsets(nextOffsets([], begin), record);
  expect(next).toEqual([12, 8]);
  const address = new URL(streamAddress(BRIDGE, TOPIC, next));
  expect(address.searchParams.get("offsets")).toBe("0:12,1:8");
});

test("what others send is no message of a bridge", () => {
  for (const text of ["a line", "{}", "null", '{"type":"record"}', "[1]"]) expect(readTopicMessage(text)).toBe(null);
});
