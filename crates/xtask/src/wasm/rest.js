let restModule;

/**
 * Fetches the rest of the engine before one of its functions is called.
 * @returns {Promise<void>}
 */
export async function fetchRest() {
  if (restModule) return;
  const response = await fetch(new URL("brooklet_rest.wasm", import.meta.url));
  if (response.ok) restModule ??= await WebAssembly.compile(await response.arrayBuffer());
}

// A function of the rest is called in the midst of the engine's work, which cannot wait for a promise.
// biome-ignore lint/correctness/noUnusedVariables: the generated list of imports above names it.
function loadRest() {
  if (!restModule) {
    const request = new XMLHttpRequest();
    request.open("GET", new URL("brooklet_rest.wasm", import.meta.url), false);
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
    restModule = new WebAssembly.Module(request.response);
  }
  new WebAssembly.Instance(restModule, { first: wasm });
}
