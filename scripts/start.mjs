import { join } from "node:path";
import { buildPage } from "./build-page.mjs";
import { root } from "./run-command.mjs";
import { serveFolder } from "./serve-folder.mjs";
import { Missing } from "./setup.mjs";

/** Where the page is served unless `PORT` says otherwise; when it is taken, on any free port. */
const DEFAULT_PORT = 4173;

try {
  if (await buildPage()) {
    const { url } = await serve();
    console.log(`\nBrooklet is at ${url}/ (Ctrl+C ends it)`);
  } else {
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function serve() {
  const folder = join(root, "dist");
  const wanted = process.env.PORT;
  if (wanted) return serveFolder(folder, { isolated: true, port: Number(wanted) });
  return serveFolder(folder, { isolated: true, port: DEFAULT_PORT }).catch(() =>
    serveFolder(folder, { isolated: true }),
  );
}
