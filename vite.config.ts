import { defineConfig } from "vitest/config";
import { preloadPage } from "./scripts/preload-page.mjs";
import { ISOLATION_HEADERS } from "./scripts/serve-folder.mjs";

export default defineConfig({
  root: "web",
  base: "./",
  plugins: [preloadPage()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: { input: ["web/index.html", "web/embed.html"] },
  },
  worker: { format: "es" },
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  test: { root: ".", include: ["web/src/**/*.test.ts", "tests/**/*.test.ts"], environment: "happy-dom" },
});
