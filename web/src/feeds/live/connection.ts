import type { LiveAddress } from "./address.js";
import { EventStreamReader } from "./event-stream.js";

/** Who hears of a connection. */
export interface ConnectionListener {
  opened(): void;
  message(text: string): void;
  /** It is over, and why. */
  ended(why: string): void;
}

/** A connection that is open or being opened. */
export interface LiveConnection {
  close(): void;
}

/** Opens a connection to an address. */
export function connect(
  address: Exclude<LiveAddress, { refusal: string }>,
  listener: ConnectionListener,
): LiveConnection {
  return address.kind === "socket" ? connectSocket(address.url, listener) : connectEvents(address.url, listener);
}

function connectSocket(url: URL, listener: ConnectionListener): LiveConnection {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  let wasOpen = false;
  socket.onopen = () => {
    wasOpen = true;
    listener.opened();
  };
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    listener.message(typeof data === "string" ? data : new TextDecoder().decode(data));
  };
  socket.onclose = ({ code, reason }) => {
    if (!wasOpen) listener.ended(`No connection: nothing answers at ${url.host}, or it refuses this page.`);
    else listener.ended(`The server closed the connection${reason ? `: ${reason}` : ` (${code})`}.`);
  };
  return {
    close() {
      socket.onclose = null;
      socket.close();
    },
  };
}

function connectEvents(url: URL, listener: ConnectionListener): LiveConnection {
  const control = new AbortController();
  const { signal } = control;
  read().catch(async () => {
    if (signal.aborted) return;
    const why = await whyNot(url, signal);
    if (!signal.aborted) listener.ended(why);
  });
  return { close: () => control.abort() };

  async function read(): Promise<void> {
    const headers = { Accept: "text/event-stream" };
    const response = await fetch(url, { signal, headers, cache: "no-store", credentials: "omit" });
    const type = response.headers.get("Content-Type") ?? "nothing that says what it is";
    if (!response.ok)
      return listener.ended(`${url.host} answered ${response.status} ${response.statusText}.`.replace(" .", "."));
    if (!type.startsWith("text/event-stream") || !response.body) {
      control.abort();
      return listener.ended(`${url.host} sends no events: it answered with ${type}.`);
    }
    listener.opened();
    const events = new EventStreamReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await pieces.read().catch(() => ({ done: true, value: undefined }));
      if (signal.aborted) return;
      if (done || value === undefined) return listener.ended("The server closed the connection.");
      for (const data of events.take(value)) listener.message(data);
    }
  }
}

/** Why a request failed. A browser does not say it; whether a request that needs no permission works does. */
async function whyNot(url: URL, signal: AbortSignal): Promise<string> {
  try {
    await fetch(url, {
      mode: "no-cors",
      signal: AbortSignal.any([signal, AbortSignal.timeout(3000)]),
      credentials: "omit",
    });
    return `${url.host} does not allow other pages to read this (CORS).`;
  } catch {
    return navigator.onLine
      ? `No connection: nothing answers at ${url.host}, or it does not allow other pages to read this (CORS).`
      : "There is no connection to the network.";
  }
}
