let restModule;

/**
 * Fetches the rest of the engine before one of its functions is called.
 * @returns {Promise<void>}
 */
export async function fetchRest() {
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
    request.send();
    if (request.status !== 200)
      throw new Error(`The rest of the engine could not be fetched: HTTP status ${request.status}.`);
    restModule = new WebAssembly.Module(request.response);
  }
  new WebAssembly.Instance(restModule, { first: wasm });
}
