/** How messages come from an address. */
export type LiveKind = "events" | "socket";

/** An address that messages may come from, or why none can. */
export type LiveAddress = { kind: LiveKind; url: URL } | { refusal: string };

/** Reads an address: `https:` is a stream of server-sent events, `wss:` a WebSocket; without encryption on this computer alone. */
export function readLiveAddress(text: string, page: Pick<Location, "protocol"> = location): LiveAddress {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return {
      refusal: "This is no address. It begins with https:// for server-sent events, or wss:// for a WebSocket.",
    };
  }
  const isOpen = url.protocol === "http:" || url.protocol === "ws:";
  const kind = { "https:": "events", "http:": "events", "wss:": "socket", "ws:": "socket" }[url.protocol] as
    | LiveKind
    | undefined;
  if (!kind) return { refusal: "Messages come from https:// (server-sent events) or wss:// (a WebSocket)." };
  if (isOpen && !isLoopback(url.hostname)) {
    const encrypted = `${kind === "events" ? "https" : "wss"}://`;
    const why = page.protocol === "https:" ? ", and a browser refuses to mix that with this page" : "";
    return { refusal: `${url.protocol}// is not encrypted${why}: use ${encrypted}, or an address on this computer.` };
  }
  return { kind, url };
}

/** Whether a name is one of this computer. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || /^127\./.test(host) || host === "[::1]";
}
