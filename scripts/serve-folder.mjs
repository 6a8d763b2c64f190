import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** With these on everything, the page has threads on top, in a plain frame and in an isolated frame. */
export const ISOLATION_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Document-Isolation-Policy": "isolate-and-require-corp",
};

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".py": "text/x-python; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder on this machine only.
 *
 * @param {string} folder
 * @param {{ isolated: boolean, port?: number, compressed?: boolean }} options `isolated`: send the
 *   isolation headers; `port`: 0, the default, takes any free one; `compressed`: send everything as
 *   gzip, as hosts do
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, { isolated, port = 0, compressed = false }) {
  const send = compressed ? compressor() : sendAsItIs;
  const server = createServer((request, response) => {
    answer(folder, request.url ?? "/", isolated ? ISOLATION_HEADERS : {}, send, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} folder
 * @param {string} target what the browser asked for
 * @param {Record<string, string>} headers
 * @param {Send} send
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, target, headers, send, response) {
  const path = safePath(folder, target);
  const file = path && (await findFile(path));
  if (!file) {
    response.writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" });
    response.end("There is nothing here.");
    return;
  }
  const type = MEDIA_TYPES[extname(file.path)] ?? "application/octet-stream";
  await send(file, { ...headers, "Content-Type": type, "Cache-Control": "no-cache" }, response);
}

/** @typedef {(file: { path: string, size: number }, headers: Record<string, string>, response: import("node:http").ServerResponse) => Promise<void>} Send */

/** @type {Send} */
async function sendAsItIs({ path, size }, headers, response) {
  response.writeHead(200, { ...headers, "Content-Length": size });
  const stream = createReadStream(path);
  stream.on("error", () => response.destroy());
  stream.pipe(response);
}

/** @returns {Send} one that compresses each file once */
function compressor() {
  /** @type {Map<string, Promise<Buffer>>} */
  const known = new Map();
  return async ({ path }, headers, response) => {
    const compressing = known.get(path) ?? readFile(path).then((bytes) => promisify(gzip)(bytes, { level: 9 }));
    known.set(path, compressing);
    const bytes = await compressing;
    response.writeHead(200, { ...headers, "Content-Encoding": "gzip", "Content-Length": bytes.length });
    response.end(bytes);
  };
}

/**
 * The path that an address names; null when it leaves the folder or is malformed.
 *
 * @param {string} folder
 * @param {string} target
 */
function safePath(folder, target) {
  try {
    const path = normalize(join(folder, decodeURIComponent(new URL(target, "http://localhost").pathname)));
    return path === folder || path.startsWith(folder + sep) ? path : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} path a file, or a folder with an `index.html`
 * @returns {Promise<{ path: string, size: number } | null>}
 */
async function findFile(path) {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return findFile(join(path, "index.html"));
  return found?.isFile() ? { path, size: found.size } : null;
}
