import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** A server of this computer that sends messages to whoever listens. */
export interface MessageServer {
  port: number;
  send(message: string): void;
  /** Ends the connections that there are; new ones are taken. */
  drop(): void;
  close(): Promise<void>;
}

/** A stream of server-sent events. Other pages may read it if `isOpenToAll`. */
export async function serveEvents({ isOpenToAll = true } = {}): Promise<MessageServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request: IncomingMessage, response) => {
    const cors = isOpenToAll ? { "Access-Control-Allow-Origin": "*" } : {};
    const headers = { "Content-Type": "text/event-stream", "Cross-Origin-Resource-Policy": "cross-origin", ...cors };
    response.writeHead(request.url === "/none" ? 404 : 200, headers);
    response.write(": hello\n\n");
    if (request.url === "/none") response.end();
    else listeners.add(response);
    response.on("close", () => listeners.delete(response));
  });
  return started(server, {
    send(message) {
      for (const response of listeners)
        response.write(`event: message
data: ${message}

`);
    },
    drop() {
      for (const response of listeners) response.end();
    },
  });
}

/** A WebSocket that sends texts (RFC 6455). */
export async function serveSocket(): Promise<MessageServer> {
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on("upgrade", (request: IncomingMessage, socket) => {
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accepted = createHash("sha1").update(key).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`,
    );
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  });
  return started(server, {
    send(message) {
      const text = Buffer.from(message);
      for (const socket of sockets) socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
  });
}

async function started(server: Server, { send, drop }: Pick<MessageServer, "send" | "drop">): Promise<MessageServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    send,
    drop,
    close() {
      drop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
