let secondaryModule;

/**
 * Fetches the engine's secondary file before one of its functions is called.
 * @returns {Promise<void>}
 */
export async function fetchSecondary() {
  if (secondaryModule) return;
  const response = await fetch(new URL("brooklet_secondary.wasm", import.meta.url));
  if (response.ok) secondaryModule ??= await WebAssembly.compile(await response.arrayBuffer());
}

// A function of that file is called in the midst of the engine's work, which cannot wait for a promise.
// biome-ignore lint/correctness/noUnusedVariables: the generated list of imports above names it.
function loadSecondary() {
  if (!secondaryModule) {
    const request = new XMLHttpRequest();
    request.open("GET", new URL("brooklet_secondary.wasm", import.meta.url), false);
    request.responseType = "arraybuffer";
    try {
      request.send();
    } catch {
      // Its status says enough.
    }
    if (request.status !== 200) {
      const status = request.status ? `HTTP status ${request.status}` : "is the page offline?";
      throw new Error(`A part of the engine that this program needs could not be fetched (${status}).`);
    }
    secondaryModule = new WebAssembly.Module(request.response);
  }
  new WebAssembly.Instance(secondaryModule, { primary: wasm });
}
