/**
 * A Vite plugin: the main page asks at once for the modules that its first one imports later, and
 * so that one runs, and starts the engine, before they are there.
 *
 * @returns {import("vite").Plugin}
 */
export function preloadPage() {
  return {
    name: "preload-page",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        if (!bundle || !filename.endsWith("index.html")) return [];
        const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/src/page.ts"));
        if (!page) throw new Error("the build has no page");
        const files = new Set([page.fileName]);
        for (const file of files) {
          for (const imported of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) files.add(imported);
        }
        return [...files]
          .map((file) => `./${file}`)
          .filter((href) => !html.includes(href))
          .map((href) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href }, injectTo: "head" }));
      },
    },
  };
}
