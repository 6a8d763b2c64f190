import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test as base } from "@playwright/test";
import { serveFolder } from "../../scripts/serve-folder.mjs";

/** The built page. */
export const distFolder = fileURLToPath(new URL("../../dist", import.meta.url));

interface ServerFixtures {
  /** Whether the server sends the headers that give the page threads. */
  isolated: boolean;
  /** A static server of the built page. */
  server: { url: string };
}

/** Playwright's `test` with the built page on a server; relative addresses are resolved against it. */
export const test = base.extend<object, ServerFixtures>({
  isolated: [true, { option: true, scope: "worker" }],
  server: [
    async ({ isolated }, use) => {
      if (!existsSync(distFolder)) throw new Error("there is no dist: npm run build");
      const server = await serveFolder(distFolder, { isolated });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});
