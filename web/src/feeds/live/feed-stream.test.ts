import { expect, test } from "vitest";
import type { FeedAddress } from "../../generated/index.js";
import { readLiveAddress } from "./address.js";
import type { ConnectionListener } from "./connection.js";
import { FeedStream } from "./feed-stream.js";

const TOPIC: FeedAddress = { type: "topic", name: "clicks" };
const silent: ConnectionListener = { opened() {}, message() {}, ended() {} };

test("a topic of a bridge goes on behind what has come", () => {
  const asked: string[] = [];
  const listeners: ConnectionListener[] = [];
  let partitions = 0;
  const stream = new FeedStream(
    TOPIC,
    (count) => {
      partitions = count;
    },
    ({ url }, listener) => {
      asked.push(`${url.pathname}?${url.searchParams.get("offsets")}`);
      listeners.push(listener);
      return { close() {} };
    },
  );
  const address = readLiveAddress("ws://127.0.0.1:8765/?token=abc");
  if ("refusal" in address) throw new Error(address.refusal);
  const came: string[] = [];
  stream.connect(address, { ...silent, message: (text) => came.push(text) });
  listeners[0]?.message('{"type":"begin","topic":"clicks","next":[3,0]}');
  listeners[0]?.message(
    '{"type":"record","topic":"clicks","partition":1,"offset":0,"key":null,"value":"a","timestamp":1}',
  );
  listeners[0]?.ended("The broker's machine sleeps.");
  stream.connect(address, silent);
  expect(asked).toEqual(["/topic/clicks?null", "/topic/clicks?0:3,1:1"]);
  expect(partitions).toBe(2);
  expect(came.length).toBe(1);
});
